import { CsvError, parse } from 'csv-parse/sync';
import type { Fields } from '$lib/records/define';
import { shorten } from '$lib/records/faults';
import type { PlacedFault } from './yaml';

/** The rows of a table as plain data, each with the line it begins on. */
export interface Table {
	rows: { line: number; value: Record<string, unknown> }[];
	faults: PlacedFault[];
}

interface Row {
	record: string[];
	info: { lines: number };
}

const WHOLE = /^[+-]?\d+$/;

/** A cell as the value its column takes: nothing for an empty one, a number in amounts, true or false in `seen`. */
function cell(column: string, text: string): unknown {
	if (text === '') return null;
	if (column.endsWith('_usd') && WHOLE.test(text)) return Number(text) + 0;
	if (column === 'seen' && (text === 'true' || text === 'false')) return text === 'true';
	return text.replaceAll('\r\n', '\n');
}

/** The cells of a row by column; what may be left out is, where its cell is empty. */
function rowOf(header: string[], cells: string[], fields: Fields): Record<string, unknown> {
	const entries = header.map((name, i): [string, unknown] => [name, cell(name, cells[i] ?? '')]);
	return Object.fromEntries(entries.filter(([name, value]) => value !== null || !fields[name]?.optional));
}

const SYNTAX: Partial<Record<string, [expected: string, got: string]>> = {
	CSV_QUOTE_NOT_CLOSED: ['a quote that closes what an earlier one opened', 'the end of the file'],
	INVALID_OPENING_QUOTE: ['quotes around the whole cell, doubled inside it', 'a quote in the middle of a cell'],
	CSV_INVALID_CLOSING_QUOTE: ['a comma or the end of the line after a closing quote', 'more text'],
	CSV_MAX_RECORD_SIZE: ['rows of at most 1 MB', 'a longer one']
};

function headerFaults(header: string[], fields: Fields): PlacedFault[] {
	const columns = Object.keys(fields);
	const faults: PlacedFault[] = [];
	const say = (expected: string, got: string) => faults.push({ line: 1, path: [], expected, got });
	header.forEach((name, index) => {
		if (!columns.includes(name))
			say(`one of the columns ${columns.join(', ')}`, `the unknown column ${shorten(name) || 'without a name'}`);
		else if (header.indexOf(name) !== index) say('each column once', `${name} again`);
	});
	for (const [name, { optional }] of Object.entries(fields))
		if (!optional && !header.includes(name)) say(`the column ${name}`, 'no such column');
	return faults;
}

/** Reads a table with a column for each field, in any order; one whose field may be left out may be missing. Nothing is thrown: what is wrong comes back with its line. */
export function parseTable(text: string, fields: Fields): Table {
	const columns = Object.keys(fields);
	let parsed: Row[];
	try {
		parsed = parse(text, {
			info: true,
			bom: true,
			relax_column_count: true,
			skip_empty_lines: true,
			max_record_size: 1024 * 1024
		}) as unknown as Row[];
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = typeof error.lines === 'number' ? error.lines : 1;
		const [expected, got] = SYNTAX[error.code] ?? ['well-formed CSV', error.message];
		return { rows: [], faults: [{ line, path: [], expected, got }] };
	}
	const [header, ...body] = parsed;
	if (!header) {
		const expected = `a first row with the columns ${columns.join(', ')}`;
		return { rows: [], faults: [{ line: 1, path: [], expected, got: 'an empty file' }] };
	}
	const faults = headerFaults(header.record, fields);
	if (faults.length > 0) return { rows: [], faults };
	const rows: Table['rows'] = [];
	let before = header.info.lines;
	for (const { record, info } of body) {
		const line = before + 1;
		before = info.lines;
		if (record.length !== header.record.length) {
			faults.push({ line, path: [], expected: `${header.record.length} cells`, got: String(record.length) });
			continue;
		}
		rows.push({ line, value: rowOf(header.record, record, fields) });
	}
	return { rows, faults };
}
