import { pathText, sentenceAt } from '$lib/records/faults';

/** Something wrong with a dataset: which file, which line (from 1), which field, what is accepted there and what stands there. */
export interface Fault {
	/** As the folder was given: `data/deals/x.yaml`. */
	file: string;
	line?: number;
	/** Empty where the file as a whole is meant. */
	path: (string | number)[];
	expected: string;
	got: string;
}

/** One fault on one line: `data/deals/x.yaml:12 events[1].value.high: expected …, got …`. */
export function faultText(fault: Fault): string {
	const { file, line, path } = fault;
	const place = line === undefined ? file : `${file}:${line}`;
	const field = path.length === 0 ? '' : ` ${pathText(path)}`;
	return sentenceAt(`${place}${field}`, fault);
}

/** By file, then by line; faults of one line stay in the order found. */
export function sortFaults(faults: Fault[]): Fault[] {
	return faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}

/** "1 fault", "3 faults". */
export function faultCount(count: number): string {
	return count === 1 ? '1 fault' : `${count.toLocaleString('en-US')} faults`;
}
