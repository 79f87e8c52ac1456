import { RECORD_KINDS, type Records } from '$lib/records';
import { record, type RowOf } from '../cell';
import type { NamedTable } from '../writer';

/** One page of a list: what was asked, then the rows under the list's name (MODEL section 9). */
export function write<R extends RowOf<R>>({ name, about, columns, rows }: NamedTable<R>): string {
	const page = Array.from(rows, (row) => record(columns, row));
	return JSON.stringify({ ...about, [name]: page }) + '\n';
}

/** The whole ledger as one document: the records of each kind under its name. */
export function* writeLedger(records: Records): Generator<string> {
	for (const [i, kind] of RECORD_KINDS.entries()) {
		yield `${i === 0 ? '{' : ',\n'}"${kind}": [`;
		for (const [n, record] of records[kind].entries()) yield `${n === 0 ? '' : ','}\n${JSON.stringify(record)}`;
		yield ']';
	}
	yield '}\n';
}
