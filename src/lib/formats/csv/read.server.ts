import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { StartFault } from '$lib/server/config/fault';
import { withoutGuard } from '../formula';
import type { Content, FileStart, TableFile } from '../reader';
import type { Row } from '../rows';
import { textOf } from '../text.server';

const MOST_BYTES_A_ROW = 1024 * 1024;

/** What parts the cells: the mark that the first line has most of. Spreadsheets of many countries write semicolons. */
async function delimiterOf(file: TableFile): Promise<string> {
	for await (const text of textOf({ ...file, share: () => undefined })) {
		const first = text.split(/\r?\n/, 1)[0] ?? '';
		const count = (mark: string) => first.split(mark).length;
		return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
	}
	return ',';
}

interface Parsed {
	record: string[];
	info: { lines: number };
}

async function* rowsOf(file: TableFile): AsyncGenerator<Row> {
	const parser = parse({
		delimiter: await delimiterOf(file),
		info: true,
		bom: true,
		relax_column_count: true,
		skip_empty_lines: true,
		max_record_size: MOST_BYTES_A_ROW
	});
	pipeline(textOf(file), parser, () => undefined);
	let before = 0;
	try {
		for await (const { record, info } of parser as AsyncIterable<Parsed>) {
			yield { line: before + 1, cells: record.map(withoutGuard) };
			before = info.lines;
		}
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		throw new StartFault(`${file.name}:${before + 1}: expected well-formed CSV, got this: ${error.message}`);
	}
}

/** Any text that no other format claims. */
export function recognise({ text }: FileStart): false | 'otherwise' {
	return text !== null && 'otherwise';
}

/** The rows of a table, one in memory at a time. Cells are parted by commas, semicolons or tabs. */
export function read(file: TableFile): Content {
	return { rows: rowsOf(file) };
}
