import { createHash } from 'node:crypto';
import { version } from '$app/environment';
import type { Day } from '$lib/ledger/day';
import type { View } from '$lib/view';
import type { Format } from '$lib/view/formats';
import type { RowOf, Table } from './cell';
import { csvStream } from './csv';
import { listJson, ndjsonStream, preamble } from './json';
import { parquetStream } from './parquet';
import { problem } from './problem';
import { mostSheetRows, sheet } from './xlsx';

/** What an answer was made from: with its address, this decides every byte of it. */
export interface Stamp {
	/** The revision of the ledger that was read. */
	revision: number;
	/** The day that `as_of` defaults to. */
	today: Day;
}

/** A list to publish. */
export interface Publication<R extends RowOf<R>> extends Stamp {
	/** The last part of the address: the name of the list in JSON, and of the file. */
	name: string;
	view: View;
	columns: Table<R>['columns'];
	/** How many rows there are in all. */
	count: number;
	/** The rows from one place to before another; asked once, for one page (json) or for all. */
	rows: (from: number, to: number) => Iterable<R>;
	/** More members for the JSON, after `per_page`. */
	more?: Record<string, unknown>;
}

const TYPES: Record<Format, string> = {
	json: 'application/json',
	csv: 'text/csv; charset=utf-8; header=present',
	ndjson: 'application/x-ndjson',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	parquet: 'application/vnd.apache.parquet'
};

function etag(request: Request, stamp: Stamp): string {
	const { pathname, search } = new URL(request.url);
	const parts = [version, String(stamp.revision), stamp.today, pathname, search].join('\n');
	return `"${stamp.revision}-${createHash('sha256').update(parts).digest('base64url').slice(0, 22)}"`;
}

function caching(request: Request, stamp: Stamp): Record<string, string> {
	return { etag: etag(request, stamp), 'cache-control': 'public, max-age=60, stale-while-revalidate=600' };
}

/**
 * 304 where the asker already has this answer (If-None-Match), else null. Ask it before the answer is worked out; `publish`
 * and `publishRecord` ask it too.
 */
export function unchanged(request: Request, stamp: Stamp): Response | null {
	const known = request.headers.get('if-none-match');
	if (known === null) return null;
	const headers = caching(request, stamp);
	const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	if (!tags.includes('*') && !tags.includes(headers.etag ?? '')) return null;
	return new Response(null, { status: 304, headers });
}

/** JSON opens in the browser; the rest is saved, under a name that says what it is and of which day. */
function headersOf(request: Request, format: Format, name: string, asOf: Day, stamp: Stamp): Record<string, string> {
	const file = `buildout-${name.replace(/[^\w-]+/g, '-').slice(0, 100)}_${asOf}.${format}`;
	return {
		'content-type': TYPES[format],
		'content-disposition': `${format === 'json' ? 'inline' : 'attachment'}; filename="${file}"`,
		'x-content-type-options': 'nosniff',
		...caching(request, stamp)
	};
}

function body<R extends RowOf<R>>(
	format: Format,
	{ name, view, revision, columns, count, rows, more }: Publication<R>
): string | ReadableStream<Uint8Array> | Promise<Uint8Array<ArrayBuffer>> {
	if (format === 'json') {
		const from = Math.min((view.page - 1) * view.per_page, count);
		const page = rows(from, Math.min(from + view.per_page, count));
		return listJson(name, view, revision, { columns, rows: page, count, more });
	}
	const table = { columns, rows: rows(0, count) };
	const about = { ...preamble(view, revision), name };
	if (format === 'csv') return csvStream(table, view);
	if (format === 'ndjson') return ndjsonStream(table);
	return format === 'parquet' ? parquetStream(table, about) : sheet(table, about);
}

/**
 * A list in the form that its address ends with. JSON holds the page that the view asks for, every other form all rows. A
 * sheet of more rows than `mostSheetRows` is a 413 that names the CSV. HEAD gets the same headers and does none of the work.
 */
export async function publish<R extends RowOf<R>>(
	format: Format,
	what: Publication<R>,
	request: Request
): Promise<Response> {
	const same = unchanged(request, what);
	if (same) return same;
	const limit = mostSheetRows(what.columns.length);
	if (format === 'xlsx' && what.count > limit) {
		const { pathname, search } = new URL(request.url);
		const csv = pathname.replace(/\.xlsx$/, '.csv') + search;
		const [rows, most] = [what.count, limit].map((count) => count.toLocaleString('en-US'));
		return problem(
			413,
			`A sheet of this table holds at most ${most} rows and this is ${rows}; the same as CSV is at ${csv}.`,
			{
				alternative: csv
			}
		);
	}
	const headers = headersOf(request, format, what.name, what.view.as_of, what);
	headers['x-total-rows'] = String(what.count);
	return new Response(request.method === 'HEAD' ? null : await body(format, what), { headers });
}

/** One record in JSON: what was asked and of which ledger, then the members of `record`. `name` names the file. */
export function publishRecord(
	what: Stamp & { name: string; view: View; record: Record<string, unknown> },
	request: Request
): Response {
	const same = unchanged(request, what);
	if (same) return same;
	const headers = headersOf(request, 'json', what.name, what.view.as_of, what);
	const text = JSON.stringify({ ...preamble(what.view, what.revision), ...what.record }) + '\n';
	return new Response(request.method === 'HEAD' ? null : text, { headers });
}
