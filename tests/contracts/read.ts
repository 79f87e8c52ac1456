import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { readSheet } from 'read-excel-file/node';
import { expect } from 'vitest';
import type { Column } from '$lib/ledger/columns';
import type { Format } from '$lib/formats';
import { addressOf } from './lists';

export type Row = Record<string, unknown>;

/** Every row of a list, gathered from page to page as each says where the next is; the pages hold as many rows as `count` says. */
export async function jsonRows(url: string, path: string, name: string, query = ''): Promise<Row[]> {
	const rows: Row[] = [];
	let address: string | null = addressOf(path, 'json', `${query && `${query}&`}per_page=100`);
	while (address !== null) {
		const response: Response = await fetch(url + address);
		const body = (await response.json()) as Record<string, unknown> & { count: number; next: string | null };
		expect(response.status, `${address} ${JSON.stringify(body).slice(0, 300)}`).toBe(200);
		const more = body[name] as Row[];
		expect(more.length, address).toBe(Math.min(100, body.count - rows.length));
		rows.push(...more);
		expect(body.next === null, address).toBe(rows.length === body.count);
		expect(response.headers.get('link'), address).toBe(body.next && `<${body.next}>; rel="next"`);
		address = body.next;
	}
	return rows;
}

/** What a spreadsheet takes for the start of a formula, in full width too; behind apostrophes, so that one may be taken off. */
const GUARDED = /^'*[=+\-@\t\r＝＋－＠]/;
const isWords = ({ type }: Column) => ['text', 'slug', 'url', 'list'].includes(type);

/** What a CSV cell must hold for a value of the JSON: words guarded against formulas unless asked raw, the rest plain. */
export function csvCell(column: Column, value: unknown, raw = false): string {
	if (value === null) return '';
	const text = Array.isArray(value) ? value.join('; ') : String(value);
	return isWords(column) && !raw && GUARDED.test(text) ? `'${text}` : text;
}

/** The formats whose cells are text, each with what parts them. */
export const DELIMITERS = { csv: ',' } as const satisfies Partial<Record<Format, string>>;

/** The rows of a CSV by an independent parser that knows no line end but CRLF. Its header must be the column names. */
export function csvRows(text: string, columns: readonly Column[], delimiter = ','): string[][] {
	expect(text.endsWith('\r\n')).toBe(true);
	const [header, ...rows] = parse(text, { record_delimiter: '\r\n', delimiter });
	expect(header).toEqual(columns.map((column) => column.name));
	return rows;
}

function ofColumns(columns: readonly Column[], cellOf: (name: string) => unknown): Row {
	return Object.fromEntries(columns.map(({ name }) => [name, cellOf(name)]));
}

const dayOf = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

type Reader = (response: Response, columns: readonly Column[]) => Promise<Row[]>;

/** How a reader that is not ours reads each of the other formats, brought to the shape of the JSON: days as text, whole numbers as numbers. */
const READERS: Record<Exclude<Format, 'json' | keyof typeof DELIMITERS>, Reader> = {
	async ndjson(response) {
		const lines = (await response.text()).split('\n');
		expect(lines.pop()).toBe('');
		return lines.map((line) => JSON.parse(line) as Row);
	},
	async parquet(response, columns) {
		const rows = await parquetReadObjects({ file: await response.arrayBuffer() });
		const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : dayOf(value));
		// hyparquet leaves a list undefined where the file says null.
		return rows.map((row) => ofColumns(columns, (name) => plain(row[name] ?? null)));
	},
	async xlsx(response, columns) {
		const [header, ...rows] = await readSheet(Buffer.from(await response.arrayBuffer()), { trim: false });
		expect(header).toEqual(columns.map((column) => column.name));
		return rows.map((row) => ofColumns(columns, (name) => dayOf(row[header!.indexOf(name)])));
	}
};

/** Whether a format has types of its own, and is not JSON. */
export function isTyped(format: Format): format is keyof typeof READERS {
	return format in READERS;
}

/** The rows of a format that has types of its own. */
export function typedRows(
	format: keyof typeof READERS,
	response: Response,
	columns: readonly Column[]
): Promise<Row[]> {
	return READERS[format](response, columns);
}

/** A row as a sheet can hold it: a list is one cell of words. */
export function asSheet(row: Row): Row {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join('; ') : value])
	);
}
