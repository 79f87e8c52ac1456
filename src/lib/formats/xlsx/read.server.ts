import { readFile, stat } from 'node:fs/promises';
import { StartFault } from '$lib/server/config/fault';
import { hasMark } from '../marks';
import type { Content, FileStart, TableFile } from '../reader';
import { cellOf, type Row } from '../rows';
import { ZipFault, zipNames } from './archive.server';

/** A sheet is in memory as a whole: at most so many bytes, packed and unpacked. */
const MOST_PACKED = 32 * 1024 * 1024;
const MOST_UNPACKED = 96 * 1024 * 1024;

function megabytes(bytes: number): string {
	return `${bytes / 1024 / 1024} MB`;
}

async function* rowsOf({ path, name, share }: TableFile): AsyncGenerator<Row> {
	const tooLarge = (what: string, most: number) =>
		new StartFault(
			`${name}: expected a workbook of at most ${megabytes(most)} ${what}, got more. Save the sheet as CSV: that has no such bound.`
		);
	if ((await stat(path)).size > MOST_PACKED) throw tooLarge('as a file', MOST_PACKED);
	let sheet: unknown[][];
	try {
		const names = await zipNames(path, MOST_UNPACKED);
		if (!names) throw tooLarge('unpacked', MOST_UNPACKED);
		if (!names.includes('xl/workbook.xml')) throw new ZipFault('it is an archive of something else');
		const { readSheet } = await import('read-excel-file/node');
		sheet = await readSheet(await readFile(path), { trim: false });
	} catch (error) {
		if (error instanceof StartFault) throw error;
		const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'it is damaged';
		throw new StartFault(`${name}: expected an Excel workbook (XLSX), got this: ${why}`, { cause: error });
	}
	const width = sheet[0]?.findLastIndex((cell) => cell !== null) ?? -1;
	for (const [i, row] of sheet.entries()) {
		if (row.every((cell) => cell === null)) continue;
		// Cells to the right of the header that somebody formatted and left empty.
		const last = Math.max(
			width,
			row.findLastIndex((cell) => cell !== null)
		);
		const cells = Array.from({ length: last + 1 }, (_, column) => cellOf(row[column]));
		yield { line: i + 1, cells };
		share((i + 1) / sheet.length);
	}
}

/** A zip archive. That it is a workbook too is seen when it is read. */
export function recognise({ bytes }: FileStart): boolean {
	return hasMark(bytes, [0x50, 0x4b]);
}

/** The rows of the first sheet of a workbook, which is in memory as a whole: what is larger goes in as CSV. */
export function read(file: TableFile): Content {
	return { rows: rowsOf(file) };
}
