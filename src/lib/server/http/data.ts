import type { RequestEvent } from '@sveltejs/kit';
import { formatsAt, isTablePath, PAGES } from '$lib/features';
import type { Answered, PublishedRecord, Row, TableAsked } from '$lib/features/define';
import { namedRecords } from '$lib/features/named';
import { partOf, RECORDS, REVISION, TABLES } from '$lib/features/tables';
import { formatOf, LIST_FORMATS, TABLE_FORMATS, type Format } from '$lib/formats';
import type { Column } from '$lib/ledger/columns';
import { RECORD_KINDS, ROW_KINDS, type RecordKind } from '$lib/records';
import type { Import } from '$lib/records';
import { recordTable } from '../ingest/table/write';
import { changeRows, historyOf, recordRows, revisionNamed } from '../ledger/history';
import { openedStore } from '../ledger/open';
import { headOf, publish, publishRecord, notModified, type Publication } from './respond';
import { recordRefusal } from '../records';
import { listWrites, recordWrites } from '../writing/handlers';
import { DEFINITIONS } from '$lib/records/definitions';
import type { WriteMethod } from '../writing/operation';
import { recordHeaders } from '../writing/recorded';
import { askData, type DataAsked } from './answers';
import { nearRecords, noSuchRecord, problem } from './problem';

export { isTablePath };

const HISTORY: TableAsked['history'] = {
	revisions: (last, from, count) => openedStore().history.revisions(last, from, count),
	ofRecord: recordRows,
	changes(name) {
		const found = revisionNamed(name);
		return found && { count: found.records, between: (from, to) => changeRows(found, from, to) };
	}
};

/** 404 for an address that no table has, in the words of every other one. */
function noSuchTable({ url }: RequestEvent): Response {
	return problem(404, `There is no data at ${url.pathname}.`);
}

/** What a table answers, ready to be published; the members of JSON are asked for where the format has them. */
function publicationOf(
	asked: DataAsked,
	format: Format,
	name: string,
	declared: { columns: readonly Column[] },
	{ rows, more, columns = declared.columns }: Answered<Row>
): Publication<Row> {
	const source =
		'between' in rows ? rows : { count: rows.length, between: (from: number, to: number) => rows.slice(from, to) };
	const members = formatOf(format).holds === 'page' ? more?.() : undefined;
	return { ...asked, name, columns, count: source.count, rows: source.between, ...(members && { more: members }) };
}

/**
 * A table of the registry. What the asker has already, and HEAD, are answered before any row is worked out; HEAD therefore says how
 * many rows there are only where the table knows without them.
 */
export async function answerTable(event: RequestEvent, path: string, format: Format): Promise<Response> {
	if (!isTablePath(path) || !formatsAt(path).includes(format)) return noSuchTable(event);
	const table = TABLES[path];
	const found = askData(event, format, table.defaults);
	if (found instanceof Response) return found;
	const { request } = event;
	const same = notModified(request, found);
	if (same) return same;
	const asked = { ...found, history: HISTORY };
	const fault = table.refusal?.(asked);
	if (fault !== undefined) return problem(413, fault);
	const name = path.slice(path.lastIndexOf('/') + 1);
	if (request.method === 'HEAD') {
		const most = table.most?.(asked);
		const head = await headOf(
			format,
			{ ...found, name, columns: table.columns, count: table.count?.(asked), most },
			request
		);
		if (head) return head;
	}
	return publish(format, publicationOf(found, format, name, table, await table.answer(asked)), request);
}

const isRecordKind = (text: string): text is RecordKind => RECORD_KINDS.some((kind) => kind === text);

/** What is published of one record: the 404 is asked first, then what the asker has, then HEAD, and only then the rows. */
async function answerBelow(
	event: RequestEvent,
	format: Format,
	what: {
		declared: PublishedRecord;
		slug: string;
		/** The name of the file and, of a list, of its member. */
		name: string;
		missing: (asked: DataAsked) => Response | undefined;
		/** Members of the JSON before those of the record. */
		before?: (asked: DataAsked) => Record<string, unknown>;
	}
): Promise<Response> {
	if (!LIST_FORMATS.some((each) => each === format)) return noSuchTable(event);
	const { declared, slug, name, before } = what;
	const found = askData(event, format, declared.defaults);
	if (found instanceof Response) return found;
	const { request } = event;
	const early = what.missing(found) ?? notModified(request, found);
	if (early) return early;
	if (request.method === 'HEAD') {
		const head = await headOf(format, { ...found, name, columns: declared.columns }, request);
		if (head) return head;
	}
	const answered = declared.answer({ ...found, history: HISTORY }, slug);
	if (!answered) return noSuchTable(event);
	if (formatOf(format).holds === 'page' && answered.json)
		return publishRecord({ ...found, name, record: { ...before?.(found), ...answered.json() } }, request);
	return publish(format, publicationOf(found, format, name, declared, answered), request);
}

/** 404 with the records most like it, where a kind has no such record at the revision asked for. */
function missingRecord(kind: RecordKind, slug: string) {
	return ({ book, revision }: DataAsked) =>
		recordHeaders(kind, slug, revision).record
			? undefined
			: noSuchRecord(DEFINITIONS[kind].noun, nearRecords(slug, `/${kind}`, namedRecords(book, kind)));
}

/** One record of a kind, or what one write changed. */
export function answerRecord(
	event: RequestEvent,
	folder: string,
	slug: string,
	format: Format
): Response | Promise<Response> {
	if (folder === 'history') {
		const missing = ({ revision }: DataAsked) =>
			revisionNamed(slug) ? undefined : problem(404, `There is no such revision; the newest is ${revision}.`);
		return answerBelow(event, format, { declared: REVISION, slug, name: 'changes', missing });
	}
	if (!isRecordKind(folder)) return noSuchTable(event);
	const isRow = ROW_KINDS.some((kind) => kind === folder);
	return answerBelow(event, format, {
		declared: RECORDS[folder],
		slug,
		name: `${isRow ? folder : DEFINITIONS[folder].noun}-${slug}`,
		missing: missingRecord(folder, slug),
		before: ({ revision }) => recordHeaders(folder, slug, revision)
	});
}

/** A part of one record. */
export function answerPart(
	event: RequestEvent,
	{ folder, slug, part }: { folder: string; slug: string; part: string },
	format: Format
): Response | Promise<Response> {
	const declared = isRecordKind(folder) ? partOf(folder, part) : undefined;
	if (!declared || !isRecordKind(folder)) return noSuchTable(event);
	const missing = ({ revision }: DataAsked) =>
		historyOf(folder, slug, revision).length > 0
			? undefined
			: problem(404, `The ledger never had a record called ${slug.slice(0, 100)} at /${folder}.`);
	return answerBelow(event, format, {
		declared,
		slug,
		name: part,
		missing: part === 'history' ? missing : missingRecord(folder, slug)
	});
}

/**
 * The records of a table, every field, as the import reads them back: a deal has a row for each of its events. All of them, whatever
 * the question is, which is said back as on every list; `revision` alone chooses.
 */
export async function answerRecords(event: RequestEvent, table: Import, format: Format): Promise<Response> {
	if (!TABLE_FORMATS.includes(format)) return noSuchTable(event);
	const asked = askData(event, format, PAGES.deals.defaults);
	if (asked instanceof Response) return asked;
	const { request, url } = event;
	const same = notModified(request, asked);
	if (same) return same;
	const { records } = asked.book;
	const refusal = await recordRefusal(format, table, records);
	const csv = `/records/${table}.csv${url.search}`;
	if (refusal !== undefined) return problem(413, `${refusal} The same as CSV is at ${csv}.`, { alternative: csv });
	const { columns, rows: all } = recordTable(table, records);
	const count = records[table].reduce((sum, each) => sum + ('events' in each ? each.events.length : 1), 0);
	const rows = function* (from: number, to: number) {
		let at = 0;
		for (const row of all()) {
			if (at >= to) return;
			if (at++ >= from) yield row;
		}
	};
	return publish(format, { ...asked, name: table, columns, count, rows }, request);
}

/** A method that writes, at the address of a list (`slug` null) or of a record; a 405 where nothing is written there. */
export function writeAt(event: RequestEvent, folder: string, slug: string | null): Response | Promise<Response> {
	const { pathname } = event.url;
	const method = event.request.method as WriteMethod;
	const path = pathname.slice(0, pathname.lastIndexOf('.'));
	const isWritten = isRecordKind(folder) && (slug === null || !isTablePath(path));
	if (isWritten && slug !== null) return recordWrites(folder)[method](event);
	if (isWritten && method === 'POST') return listWrites(folder).POST(event);
	const response = problem(405, `${pathname} does not take ${method}.`);
	response.headers.set('allow', isWritten ? 'GET, HEAD, POST' : 'GET, HEAD');
	return response;
}
