import type { Column } from '$lib/ledger/columns';
import { RECORD_KINDS, type Records } from '$lib/ledger/records';
import { guarded } from './cells';
import type { Import } from '$lib/ledger/keys';
import { exportColumns } from './columns';
import { dealRows } from './deals';

/** A row of a table of records: a cell by the name of its column. */
export type RecordRow = Record<string, string | number | boolean | null | undefined>;

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

function cell(value: unknown): string {
	if (value === null || value === undefined) return '';
	const text = typeof value === 'string' ? guarded(value) : String(value as number | boolean);
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function* rowsOf(as: Import, records: Records): Generator<object> {
	for (const record of records[as]) {
		if ('events' in record) yield* dealRows(record);
		else yield record;
	}
}

/** A table of the ledger as the import reads it back, row by row: RFC 4180, every field of the records. */
export function* csvLines(as: Import, records: Records): Generator<string> {
	const columns = exportColumns(as);
	yield `${columns.map(({ name }) => name).join(',')}\r\n`;
	for (const row of rowsOf(as, records))
		yield `${columns.map(({ name }) => cell(Reflect.get(row, name))).join(',')}\r\n`;
}

function typed({ type }: Column, value: unknown): RecordRow[string] {
	if (typeof value === 'string' && (type === 'dollars' || type === 'ratio')) return Number(value);
	return value as RecordRow[string];
}

/** A table of the ledger for the forms that have types: the same rows and cells as in its CSV. */
export function recordTable(as: Import, records: Records) {
	const columns = exportColumns(as);
	const rows = function* (): Generator<RecordRow> {
		for (const row of rowsOf(as, records))
			yield Object.fromEntries(columns.map((column) => [column.name, typed(column, Reflect.get(row, column.name))]));
	};
	return { columns, rows };
}

/** The whole ledger, one record a line, as the import reads it back. */
export function* ndjsonLines(records: Records): Generator<string> {
	for (const kind of RECORD_KINDS) {
		for (const record of records[kind]) yield `${JSON.stringify({ kind, record })}\n`;
	}
}

/** The whole ledger as one document: the records of each kind under its name. */
export function* jsonParts(records: Records): Generator<string> {
	for (const [i, kind] of RECORD_KINDS.entries()) {
		yield `${i === 0 ? '{' : ',\n'}"${kind}": [`;
		for (const [n, record] of records[kind].entries()) yield `${n === 0 ? '' : ','}\n${JSON.stringify(record)}`;
		yield ']';
	}
	yield '}\n';
}
