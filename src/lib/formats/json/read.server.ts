import { readFile, stat } from 'node:fs/promises';
import { RECORD_KINDS, type RecordKind } from '$lib/records';
import { StartFault } from '$lib/server/config/fault';
import type { Content, FileStart, TableFile } from '../reader';
import { objectRows, type Row } from '../rows';
import { isDeep } from './depth';
import { isRecordLine, recordLineOf, shapeOf, TOO_DEEP } from './lines';

/** A document is in memory as a whole. */
const MOST_BYTES = 64 * 1024 * 1024;

/** One document of JSON. */
export function recognise({ text, name }: FileStart): boolean {
	return shapeOf(text, name) === 'document';
}

/** The lists of a document, each with the kind of record that it is named after. */
function listsOf(document: object): [RecordKind, unknown[]][] {
	return RECORD_KINDS.flatMap((kind): [RecordKind, unknown[]][] => {
		const list: unknown = Reflect.get(document, kind);
		return Array.isArray(list) ? [[kind, list as unknown[]]] : [];
	});
}

async function* rowsOf(list: unknown[]): AsyncGenerator<Row> {
	const rows = objectRows();
	for (const [i, value] of list.entries()) yield* rows(i + 1, value);
}

function contentOf(list: unknown[]): Content {
	if (!isRecordLine(list[0])) return { rows: rowsOf(list) };
	return {
		records: (async function* () {
			for (const [i, value] of list.entries()) yield recordLineOf({ line: i + 1, value });
		})()
	};
}

/**
 * Reads a document: lists of whole records under the names of their kinds, a list of rows, or the rows of published lists.
 * Places are counted in entries.
 *
 * @throws {StartFault} where it is no such document, is damaged, or holds more than fits into memory: that goes in as NDJSON
 */
export async function read({ path, name, share }: TableFile): Promise<Content> {
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
	if (Array.isArray(document)) return contentOf(document);
	if (isRecordLine(document)) return contentOf([document]);
	const lists = typeof document === 'object' && document !== null ? listsOf(document) : [];
	const [only, ...others] = lists;
	if (!only) throw new StartFault(`${name}: expected a list, or lists named ${RECORD_KINDS.join(', ')}, got none.`);
	// A published list says what was asked before its rows; those are rows of a table, under the list's name.
	if (typeof document === 'object' && document !== null && 'question' in document)
		return others.length === 0
			? contentOf(only[1])
			: { lists: lists.map(([kind, list]) => ({ kind, count: list.length, rows: rowsOf(list) })) };
	return {
		records: (async function* () {
			let line = 0;
			for (const [kind, list] of lists) for (const record of list) yield { line: ++line, kind, record };
		})()
	};
}
