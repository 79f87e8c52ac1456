import { createHash } from 'node:crypto';
import { version } from '$app/environment';
import { formatOf, type Format } from '$lib/formats';
import type { RowOf, Table } from '$lib/formats/cell';
import { bodyOf } from '$lib/formats/stream';
import type { Bounds, NamedTable } from '$lib/formats/writer';
import { writerOf } from '$lib/formats/writers.server';
import type { Day } from '$lib/records/day';
import type { View } from '$lib/view';
import { problem } from './problem';

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
	/** The last day of which anything could be found; null where nobody says. It stands in the JSON, after `per_page`. */
	covered_to?: Day | null;
	/** More members for the JSON, after that. */
	more?: Record<string, unknown>;
}

/** What is offered where a format cannot hold a table: it has no bounds. */
const UNBOUNDED: Format = 'csv';

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
export function notModified(request: Request, stamp: Stamp): Response | null {
	const known = request.headers.get('if-none-match');
	if (known === null) return null;
	const headers = caching(request, stamp);
	const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	if (!tags.includes('*') && !tags.includes(headers.etag ?? '')) return null;
	return new Response(null, { status: 304, headers });
}

/** What every answer begins with: what was asked, and of which ledger. */
function preamble(view: View, revision: number) {
	return { question: view.question, as_of: view.as_of, revision };
}

/** The type of a file in a format, and the name under which it is saved; a page opens in the browser. */
export function fileHeaders(format: Format, name: string): Record<string, string> {
	const { type, holds, extension } = formatOf(format);
	return {
		'content-type': type,
		'content-disposition': `${holds === 'page' ? 'inline' : 'attachment'}; filename="${name}.${extension}"`
	};
}

/** The name of a file says what it is and of which day. */
function headersOf(request: Request, format: Format, name: string, asOf: Day, stamp: Stamp): Record<string, string> {
	return {
		...fileHeaders(format, `buildout-${name.replace(/[^\w-]+/g, '-').slice(0, 100)}_${asOf}`),
		'x-content-type-options': 'nosniff',
		...caching(request, stamp)
	};
}

/**
 * The address of the next page of a list; null after the last. It names the day and the revision, so that the pages are those of one
 * list whatever is written meanwhile.
 */
function nextPage(
	request: Request,
	{ view, revision }: { view: View; revision: number },
	count: number
): string | null {
	if (view.page * view.per_page >= count) return null;
	const { pathname, searchParams } = new URL(request.url);
	searchParams.set('as_of', view.as_of);
	searchParams.set('revision', String(revision));
	searchParams.set('page', String(view.page + 1));
	return `${pathname}?${searchParams}`;
}

/** How many rows there are, and where the rest of a list is, for whoever reads headers alone. */
function listHeaders(next: string | null, count: number): Record<string, string> {
	return { 'x-total-rows': String(count), ...(next && { link: `<${next}>; rel="next"` }) };
}

/** The page that the view asks for, or all rows: what a format holds. */
function tableFor<R extends RowOf<R>>(format: Format, what: Publication<R>, next: string | null): NamedTable<R> {
	const { name, view, revision, columns, count, rows, covered_to = null, more } = what;
	const about = preamble(view, revision);
	if (formatOf(format).holds === 'table') return { name, about, columns, rows: rows(0, count), options: view };
	const { page, per_page } = view;
	const from = Math.min((page - 1) * per_page, count);
	return {
		name,
		about: { ...about, count, page, per_page, next, covered_to, ...more },
		columns,
		rows: rows(from, Math.min(from + per_page, count))
	};
}

/** 413: a table of more rows than a file of the format holds; it names the same as CSV. */
function tooLong(
	format: Format,
	{ noun, rows }: Bounds,
	what: { count: number; columns: readonly unknown[] },
	request: Request
) {
	const { pathname, search } = new URL(request.url);
	const alternative = pathname.slice(0, -format.length) + UNBOUNDED + search;
	const [got, most] = [what.count, rows(what.columns.length)].map((count) => count.toLocaleString('en-US'));
	return problem(
		413,
		`A ${noun} of this table holds at most ${most} rows and this is ${got}; the same as ${formatOf(UNBOUNDED).label} is at ${alternative}.`,
		{ alternative }
	);
}

/**
 * A list in the format that its address ends with. A format that holds a page (JSON) has the one that the view asks for, every other
 * all rows. More rows than a file of the format holds are a 413 that names the CSV. HEAD gets the same headers and does none of the work.
 */
export async function publish<R extends RowOf<R>>(
	format: Format,
	what: Publication<R>,
	request: Request
): Promise<Response> {
	const same = notModified(request, what);
	if (same) return same;
	const { write, bounds } = await writerOf(format);
	const { count, columns } = what;
	if (bounds && count > bounds.rows(columns.length)) return tooLong(format, bounds, what, request);
	const next = formatOf(format).holds === 'page' ? nextPage(request, what, count) : null;
	const headers = {
		...headersOf(request, format, what.name, what.view.as_of, what),
		...listHeaders(next, count)
	};
	return new Response(request.method === 'HEAD' ? null : bodyOf(await write(tableFor(format, what, next))), {
		headers
	});
}

/**
 * What HEAD is told of a list without its rows: the headers of GET, and how many rows there are where that is known. Undefined where
 * only the rows tell whether a file of the format holds them.
 */
export async function headOf(
	format: Format,
	what: Stamp & { name: string; view: View; columns: readonly unknown[]; count?: number; most?: number },
	request: Request
): Promise<Response | undefined> {
	const { count, most = count } = what;
	const { bounds } = await writerOf(format);
	if (bounds && !(most !== undefined && most <= bounds.rows(what.columns.length))) return undefined;
	const headers = headersOf(request, format, what.name, what.view.as_of, what);
	if (count === undefined) return new Response(null, { headers });
	const next = formatOf(format).holds === 'page' ? nextPage(request, what, count) : null;
	return new Response(null, { headers: { ...headers, ...listHeaders(next, count) } });
}

/** A table that is no answer of the ledger, as a file under its own name. */
export async function saveAs<R extends RowOf<R>>(format: Format, table: NamedTable<R>): Promise<Response> {
	const { write } = await writerOf(format);
	return new Response(bodyOf(await write(table)), { headers: fileHeaders(format, table.name) });
}

/** One record in JSON: what was asked and of which ledger, then the members of `record`. `name` names the file. */
export function publishRecord(
	what: Stamp & { name: string; view: View; covered_to?: Day | null; record: Record<string, unknown> },
	request: Request
): Response {
	const same = notModified(request, what);
	if (same) return same;
	const headers = headersOf(request, 'json', what.name, what.view.as_of, what);
	const text =
		JSON.stringify({ ...preamble(what.view, what.revision), covered_to: what.covered_to ?? null, ...what.record }) +
		'\n';
	return new Response(request.method === 'HEAD' ? null : text, { headers });
}
