import type { RecordKind } from './index';

/** Something wrong with a record: where in it, what is accepted there and what was found. */
export interface SchemaFault {
	path: (string | number)[];
	expected: string;
	got: string;
}

/** Something wrong with a record among others: its kind and key too. Without a key it concerns the kind as a whole. */
export interface RecordFault extends SchemaFault {
	kind: RecordKind;
	key?: string;
}

/** Faults of one record, or between records, that are told one by one. */
export const MOST_FAULTS = 100;

/** The first of many faults, and as the last one what `rest` says of the others. */
export function capFaults<T>(faults: readonly T[], rest: (more: string) => T): T[] {
	const more = faults.length - MOST_FAULTS;
	return more > 0 ? [...faults.slice(0, MOST_FAULTS), rest(more.toLocaleString('en-US'))] : [...faults];
}

/** At most 60 characters of a text, on one line: what a message quotes. */
export function shorten(text: string): string {
	const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
	return short.replace(/\p{C}/gu, (character) =>
		JSON.stringify(character)
			.slice(1, -1)
			.replace(/^\P{ASCII}$/u, '?')
	);
}

/** A value in a few words, for the end of a message. */
export function showValue(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (typeof value === 'string') {
		return value.trim() === '' ? 'empty text' : `the text "${shorten(value)}"`;
	}
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
	if (typeof value === 'object') {
		const names = Object.keys(value);
		return names.length === 0 ? 'no fields' : `the fields ${names.slice(0, 8).map(shorten).join(', ')}`;
	}
	return String(value);
}

/** A path as people read it: `events[1].value.high`. */
export function pathText(path: (string | number)[]): string {
	return path
		.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${shorten(step)}`))
		.join('');
}

/** What is wrong at a place, as people read it: `data/deals/x.yaml:12 title: expected …, got …`. */
export function sentenceAt(place: string, { expected, got }: Pick<SchemaFault, 'expected' | 'got'>): string {
	return `${place === '' ? '' : `${place}: `}expected ${expected}, got ${got}`;
}

/** A fault as people read it: `deals a-b-2025 payers[0]: expected …, got …`; of a record by itself the path alone stands first. */
export function faultSentence(fault: SchemaFault | RecordFault): string {
	const record = 'kind' in fault ? [fault.kind, fault.key] : [];
	return sentenceAt([...record, pathText(fault.path)].filter(Boolean).join(' '), fault);
}
