import { RECORD_KINDS, type Records } from '$lib/ledger/records';
import { guarded } from './cells';
import { columnsOf, DEAL_COLUMNS, EVENT_COLUMNS, type Import } from './columns';
import { dealRows } from './deals';

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

function cell(value: unknown): string {
	if (value === null || value === undefined) return '';
	const text = typeof value === 'string' ? guarded(value) : String(value as number | boolean);
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of the ledger as the import reads it back, row by row: RFC 4180, every field of the records. */
export function* csvLines(as: Import, records: Records): Generator<string> {
	const columns = as === 'deals' ? [...DEAL_COLUMNS, ...EVENT_COLUMNS] : columnsOf(as);
	yield `${columns.join(',')}\r\n`;
	for (const record of records[as]) {
		const rows = 'events' in record ? dealRows(record) : [record];
		for (const row of rows) yield `${columns.map((name) => cell(Reflect.get(row, name))).join(',')}\r\n`;
	}
}

/** The whole ledger, one record a line, as the import reads it back. */
export function* ndjsonLines(records: Records): Generator<string> {
	for (const kind of RECORD_KINDS) {
		for (const record of records[kind]) yield `${JSON.stringify({ kind, record })}\n`;
	}
}
