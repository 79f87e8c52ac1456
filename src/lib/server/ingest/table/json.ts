import { readFile, stat } from 'node:fs/promises';
import { RECORD_KINDS, type RecordKind } from '$lib/ledger/records';
import { StartFault } from '../../config/fault';
import { IMPORTS } from '$lib/ledger/keys';
import { isDeep, MOST_DEPTH } from './depth';
import { entriesOf, type Entry } from './entries';
import { objectRows, type Row, type TableFile } from './rows';
import { textOf } from './text';

const MOST_BYTES_A_LINE = 1024 * 1024;
/** A document is in memory as a whole. */
const MOST_BYTES = 64 * 1024 * 1024;

const TOO_DEEP = `expected JSON of at most ${MOST_DEPTH} levels, got more`;

/** Whole records, or the rows of a table whose columns are yet to be told. */
export type Content = { entries: AsyncIterable<Entry> } | { rows: AsyncIterable<Row> };

/** One line of a file, or why it cannot be read. */
type Line = { line: number } & ({ value: unknown } | { fault: string });

async function* linesOf(file: TableFile): AsyncGenerator<Line> {
	let [rest, line] = ['', 0];
	const read = (text: string): Line => {
		try {
			const value = JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
			return isDeep(value) ? { line, fault: TOO_DEEP } : { line, value };
		} catch {
			return { line, fault: 'expected {"kind": ..., "record": {...}}, or a row of a table, on one line' };
		}
	};
	for await (const text of textOf(file)) {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		if (rest.length > MOST_BYTES_A_LINE)
			throw new StartFault(`${file.name}:${line + 1}: expected lines of at most 1 MB, got a longer one.`);
		for (const each of lines) {
			line++;
			if (each.trim() !== '') yield read(each);
		}
	}
	line++;
	if (rest.trim() !== '') yield read(rest);
}

function isRecordLine(value: unknown): value is { kind: unknown; record: unknown } {
	return typeof value === 'object' && value !== null && 'kind' in value && 'record' in value;
}

function entryOf(each: Line): Entry {
	const { line } = each;
	if ('fault' in each) return { line, kind: 'deals', fault: each.fault };
	const { value } = each;
	const kind = isRecordLine(value) ? RECORD_KINDS.find((known) => known === value.kind) : undefined;
	if (kind && isRecordLine(value)) return { line, kind, name: '', raw: value.record };
	return { line, kind: 'deals', fault: `expected a kind (${RECORD_KINDS.join(', ')}) and a record` };
}

/** Reads JSON line by line: whole records (`{"kind": "deals", "record": {...}}`), or the rows of one table. */
export async function ndjsonContent(file: TableFile): Promise<Content> {
	let first: Line | undefined;
	for await (const each of linesOf({ ...file, share: () => undefined })) {
		first = each;
		break;
	}
	if (!first || 'fault' in first || isRecordLine(first.value)) {
		return {
			entries: (async function* () {
				for await (const each of linesOf(file)) yield entryOf(each);
			})()
		};
	}
	return {
		rows: (async function* () {
			const rows = objectRows();
			for await (const each of linesOf(file)) {
				if ('fault' in each) yield each;
				else yield* rows(each.line, each.value);
			}
		})()
	};
}

/** The lists of a document, each with the kind of record that it is named after. */
function listsOf(document: object): [RecordKind, unknown[]][] {
	return RECORD_KINDS.flatMap((kind): [RecordKind, unknown[]][] => {
		const list: unknown = Reflect.get(document, kind);
		return Array.isArray(list) ? [[kind, list as unknown[]]] : [];
	});
}

/**
 * Reads a JSON document: lists of whole records under the names of their kinds, a list of rows, or the rows of a published list.
 * Places are counted in entries.
 *
 * @throws {StartFault} where it is no such document, is damaged, or holds more than fits into memory: that goes in as NDJSON
 */
export async function jsonContent({ path, name, share }: TableFile): Promise<Content> {
	if ((await stat(path)).size > MOST_BYTES)
		throw new StartFault(
			`${name}: expected JSON of at most 64 MB, got more. Send it as NDJSON: that has no such bound.`
		);
	let document: unknown;
	try {
		document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
	} catch (error) {
		const why = error instanceof SyntaxError ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'it is not UTF-8';
		throw new StartFault(`${name}: expected a whole JSON document, got this: ${why}`);
	}
	if (isDeep(document)) throw new StartFault(`${name}: ${TOO_DEEP}.`);
	share(1);
	if (Array.isArray(document)) return listContent(document);
	if (isRecordLine(document)) return listContent([document]);
	const lists = typeof document === 'object' && document !== null ? listsOf(document) : [];
	const [only, ...others] = lists;
	if (!only) throw new StartFault(`${name}: expected a list, or lists named ${RECORD_KINDS.join(', ')}, got none.`);
	// A published list says what was asked before its rows; those are rows of a table, under the list's name.
	if (typeof document === 'object' && document !== null && 'question' in document)
		return others.length === 0 ? listContent(only[1]) : { entries: published(name, lists) };
	return {
		entries: (async function* () {
			let line = 0;
			for (const [kind, list] of lists) for (const raw of list) yield { line: ++line, kind, name: '', raw };
		})()
	};
}

/** The rows of several published lists, each a table that its name tells. */
async function* published(name: string, lists: [RecordKind, unknown[]][]): AsyncGenerator<Entry> {
	for (const [kind, list] of lists) {
		const as = IMPORTS.find((each) => each === kind);
		if (!as) throw new StartFault(`${name}: expected lists of ${IMPORTS.join(', ')}, got ${kind} as well.`);
		if (list.length > 0) yield* entriesOf(name, rowsOf(list), { as, map: new Map(), known: () => undefined });
	}
}

async function* rowsOf(list: unknown[]): AsyncGenerator<Row> {
	const rows = objectRows();
	for (const [i, value] of list.entries()) yield* rows(i + 1, value);
}

function listContent(list: unknown[]): Content {
	if (isRecordLine(list[0])) {
		return {
			entries: (async function* () {
				for (const [i, value] of list.entries()) yield entryOf({ line: i + 1, value });
			})()
		};
	}
	return { rows: rowsOf(list) };
}
