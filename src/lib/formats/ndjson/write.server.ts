import { RECORD_KINDS, type Records } from '$lib/records';
import { record, type RowOf } from '../cell';
import type { NamedTable } from '../writer';

/** One JSON object a line. */
export function* write<R extends RowOf<R>>({ columns, rows }: NamedTable<R>): Generator<string> {
	for (const row of rows) yield JSON.stringify(record(columns, row)) + '\n';
}

/** The whole ledger, one record a line with its kind. */
export function* writeLedger(records: Records): Generator<string> {
	for (const kind of RECORD_KINDS) {
		for (const record of records[kind]) yield `${JSON.stringify({ kind, record })}\n`;
	}
}
