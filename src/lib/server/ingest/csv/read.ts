import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Deal, RecordKind } from '$lib/ledger/records';
import { RECORD_KINDS } from '$lib/ledger/records';
import { StartFault } from '../../fault';
import { CellFault, readDollars, readNumber, unguarded } from './cells';
import { recognise, type Import } from './columns';
import { dealOf, type Cells } from './deals';

/** A record that a file says, still to be checked, with the line it begins on; or why the line says none. */
export type Entry = { line: number; kind: RecordKind } & ({ name: string; raw: unknown } | { fault: string });

const MOST_BYTES_A_ROW = 1024 * 1024;
/** Rows of one deal: each event is one. */
const MOST_ROWS_A_DEAL = 10_000;

/** Text as it is read, in UTF-8 and nothing else. */
async function* textOf(path: string): AsyncGenerator<string> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Buffer, { stream: true });
		yield decoder.decode();
	} catch (error) {
		if (error instanceof TypeError) throw new StartFault(`${path}: expected text in UTF-8, got other bytes.`);
		throw error;
	}
}

/** What parts the cells: the mark that the first line has most of. Spreadsheets of many countries write semicolons. */
async function delimiterOf(path: string): Promise<string> {
	for await (const text of textOf(path)) {
		const first = text.split(/\r?\n/, 1)[0] ?? '';
		const count = (mark: string) => first.split(mark).length;
		return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
	}
	return ',';
}

interface Row {
	record: string[];
	info: { lines: number };
}

async function* rowsOf(path: string): AsyncGenerator<{ line: number; cells: string[] }> {
	const parser = parse({
		delimiter: await delimiterOf(path),
		info: true,
		bom: true,
		relax_column_count: true,
		skip_empty_lines: true,
		max_record_size: MOST_BYTES_A_ROW
	});
	pipeline(textOf(path), parser, () => undefined);
	let before = 0;
	try {
		for await (const { record, info } of parser as AsyncIterable<Row>) {
			yield { line: before + 1, cells: record };
			before = info.lines;
		}
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		throw new StartFault(`${path}:${before + 1}: expected well-formed CSV, got this: ${error.message}`);
	}
}

/** A cell of a table of figures as its column takes it. */
function figure(column: string, text: string): unknown {
	if (text === '') return null;
	if (column.endsWith('_usd')) return readDollars(text);
	if (column === 'seen' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
	return column === 'amount' ? readNumber(text) : text;
}

function rawRow(names: readonly (string | null)[], cells: readonly string[]): Record<string, unknown> {
	const raw: Record<string, unknown> = {};
	names.forEach((name, i) => {
		if (name === null) return;
		try {
			raw[name] = figure(name, unguarded(cells[i] ?? ''));
		} catch (error) {
			if (error instanceof CellFault) throw new CellFault(`${name}: ${error.message}`);
			throw error;
		}
	});
	return raw;
}

function entryOf(line: number, kind: RecordKind, name: string, read: () => unknown): Entry {
	try {
		return { line, kind, name, raw: read() };
	} catch (error) {
		if (error instanceof CellFault) return { line, kind, fault: `${name} ${error.message}` };
		throw error;
	}
}

/** What an import is told beside the file. */
export interface HowToRead {
	/** The table, where its columns do not tell it. */
	as?: Import;
	/** Their column to ours; ours empty: left out. */
	map: ReadonlyMap<string, string>;
	/** The deal as it is recorded. */
	known: (slug: string) => Deal | undefined;
}

/**
 * Reads a table row by row, a deal from all its rows, which stand together. No more of the file is in memory than that.
 *
 * @throws {StartFault} where the file is no table that can be imported: its columns, its quotes, its bytes
 */
export async function* readCsv(path: string, { as, map, known }: HowToRead): AsyncGenerator<Entry> {
	let names: (string | null)[] | undefined;
	let table: Import = 'deals';
	let open: { line: number; slug: string; rows: Cells[] } | undefined;
	const closed = ({ line, slug, rows }: NonNullable<typeof open>): Entry =>
		rows.length > MOST_ROWS_A_DEAL
			? { line, kind: 'deals', fault: `${slug}: expected at most ${MOST_ROWS_A_DEAL} rows, got more` }
			: entryOf(line, 'deals', slug, () => dealOf(rows, known(slug)));

	for await (const { line, cells } of rowsOf(path)) {
		if (!names) {
			const recognised = recognise(cells, map, as);
			if ('faults' in recognised)
				throw new StartFault(recognised.faults.map((fault) => `${path}: ${fault}`).join('\n'));
			names = recognised.names;
			table = recognised.as;
			continue;
		}
		if (cells.length !== names.length) {
			yield { line, kind: table, fault: `expected ${names.length} cells, got ${cells.length}` };
			continue;
		}
		if (table !== 'deals') {
			const columns = names;
			yield entryOf(line, table, '', () => rawRow(columns, cells));
			continue;
		}
		const row: Cells = {};
		names.forEach((name, i) => {
			if (name !== null) row[name as keyof Cells] = unguarded(cells[i] ?? '');
		});
		const slug = row.slug ?? '';
		if (open && open.slug === slug) {
			if (open.rows.length <= MOST_ROWS_A_DEAL) open.rows.push(row);
			continue;
		}
		if (open) yield closed(open);
		open = { line, slug, rows: [row] };
	}
	if (!names) throw new StartFault(`${path}: expected a first row with the names of columns, got an empty file.`);
	if (open) yield closed(open);
}

/** Reads whole records, one in each line: `{"kind": "deals", "record": {...}}`. */
export async function* readNdjson(path: string): AsyncGenerator<Entry> {
	let [rest, line] = ['', 0];
	const entry = (text: string): Entry => {
		try {
			const { kind, record } = JSON.parse(text) as { kind?: unknown; record?: unknown };
			const known = RECORD_KINDS.find((each) => each === kind);
			if (known && record !== undefined) return { line, kind: known, name: '', raw: record };
			return { line, kind: 'deals', fault: `expected a kind (${RECORD_KINDS.join(', ')}) and a record` };
		} catch {
			return { line, kind: 'deals', fault: 'expected {"kind": ..., "record": {...}} on one line' };
		}
	};
	for await (const text of textOf(path)) {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		if (rest.length > MOST_BYTES_A_ROW)
			throw new StartFault(`${path}:${line + 1}: expected lines of at most 1 MB, got a longer one.`);
		for (const each of lines) {
			line++;
			if (each.trim() !== '') yield entry(each.replace(/^\ufeff/, ''));
		}
	}
	line++;
	if (rest.trim() !== '') yield entry(rest.replace(/^\ufeff/, ''));
}
