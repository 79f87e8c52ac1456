import type { ImportedFormat } from '$lib/formats';
import type { NamedRows, RecordLine, TableFile } from '$lib/formats/reader';
import { readerOf, recogniseFile } from '$lib/formats/readers.server';
import { IMPORTS } from '$lib/records';
import { StartFault } from '../../config/fault';
import { checkWidth, entriesOf, type Entry, type HowToRead } from './entries';

async function* recordEntries(records: AsyncIterable<RecordLine>): AsyncGenerator<Entry> {
	for await (const each of records) {
		const { line } = each;
		if ('fault' in each) yield { line, kind: 'deals', fault: each.fault };
		else yield { line, kind: each.kind, name: '', raw: each.record };
	}
}

/** The records of several published lists, each a table that its name tells. */
async function* listEntries(file: string, lists: NamedRows[]): AsyncGenerator<Entry> {
	for (const { kind, count, rows } of lists) {
		const as = IMPORTS.find((each) => each === kind);
		if (!as) throw new StartFault(`${file}: expected lists of ${IMPORTS.join(', ')}, got ${kind} as well.`);
		if (count > 0) yield* entriesOf(file, rows, { as, map: new Map(), known: () => undefined });
	}
}

/**
 * Reads a file record by record, in whatever format it is.
 *
 * @throws {StartFault} where the file is none that can be imported: its format, its bytes, its columns
 */
export async function* readFile(file: TableFile, how: HowToRead): AsyncGenerator<Entry> {
	const { read } = await readerOf(await recogniseFile(file.path, file.name));
	const content = await read(file);
	if ('records' in content) yield* recordEntries(content.records);
	else if ('lists' in content) yield* listEntries(file.name, content.lists);
	else yield* entriesOf(file.name, content.rows, how);
}

/** What a file looks like before it is read. */
export interface Look {
	format: ImportedFormat;
	/** Its columns with what stands in its first rows; null where it holds whole records, which need no telling. */
	columns: { header: string; samples: string[] }[] | null;
}

const SAMPLES = 3;

/**
 * Looks at the first rows of a file.
 *
 * @throws {StartFault} as `readFile`
 */
export async function previewFile(path: string, name: string): Promise<Look> {
	const format = await recogniseFile(path, name);
	const { read } = await readerOf(format);
	const content = await read({ path, name, share: () => undefined });
	if (!('rows' in content)) return { format, columns: null };
	const found: string[][] = [];
	for await (const row of content.rows) {
		if ('cells' in row) found.push(row.cells);
		if (found.length > SAMPLES) break;
	}
	const [header = [], ...rows] = found;
	checkWidth(name, header);
	return { format, columns: header.map((each, i) => ({ header: each, samples: rows.map((cells) => cells[i] ?? '') })) };
}
