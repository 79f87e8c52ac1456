import { csvRows } from './csv';
import { entriesOf, type Entry, type HowToRead } from './entries';
import { formatOf, type ImportFormat } from './format';
import { jsonContent, ndjsonContent, type Content } from './json';
import { parquetRows } from './parquet';
import { checkWidth, type TableFile } from './rows';
import { xlsxRows } from './xlsx';

async function contentOf(file: TableFile, format: ImportFormat): Promise<Content> {
	switch (format) {
		case 'csv':
			return { rows: csvRows(file) };
		case 'xlsx':
			return { rows: xlsxRows(file) };
		case 'parquet':
			return { rows: parquetRows(file) };
		case 'ndjson':
			return ndjsonContent(file);
		case 'json':
			return jsonContent(file);
	}
}

/**
 * Reads a file record by record, in whatever form it is. Of CSV and NDJSON one record is in memory at a time, of Parquet a group of
 * rows, of XLSX and JSON the whole, which is bounded.
 *
 * @throws {StartFault} where the file is none that can be imported: its form, its bytes, its columns
 */
export async function* readFile(file: TableFile, how: HowToRead): AsyncGenerator<Entry> {
	const content = await contentOf(file, await formatOf(file.path, file.name));
	if ('entries' in content) yield* content.entries;
	else yield* entriesOf(file.name, content.rows, how);
}

/** What a file looks like before it is read. */
export interface Look {
	format: ImportFormat;
	/** Its columns with what stands in its first rows; null where it holds whole records, which need no telling. */
	columns: { header: string; samples: string[] }[] | null;
}

const SAMPLES = 3;

/**
 * Looks at the first rows of a file.
 *
 * @throws {StartFault} as `readFile`
 */
export async function lookAt(path: string, name: string): Promise<Look> {
	const format = await formatOf(path, name);
	const content = await contentOf({ path, name, share: () => undefined }, format);
	if ('entries' in content) return { format, columns: null };
	const found: string[][] = [];
	for await (const row of content.rows) {
		if ('cells' in row) found.push(row.cells);
		if (found.length > SAMPLES) break;
	}
	const [header = [], ...rows] = found;
	checkWidth(name, header);
	return { format, columns: header.map((each, i) => ({ header: each, samples: rows.map((cells) => cells[i] ?? '') })) };
}
