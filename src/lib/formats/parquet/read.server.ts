import { open } from 'node:fs/promises';
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { StartFault } from '$lib/server/config/fault';
import { hasMark } from '../marks';
import type { Content, FileStart, TableFile } from '../reader';
import { cellOf, MOST_COLUMNS, type Row } from '../rows';

/** A group of rows is in memory as a whole. */
const MOST_GROUP_ROWS = 500_000;
const MOST_GROUP_BYTES = 512 * 1024 * 1024;
const CODECS = ['UNCOMPRESSED', 'SNAPPY'];

/** Why a file is not taken; undefined where it is. */
function refusal({ row_groups, schema }: FileMetaData): string | undefined {
	if (schema.length > MOST_COLUMNS) return `at most ${MOST_COLUMNS} columns, got ${schema.length}`;
	for (const { num_rows, total_byte_size, columns } of row_groups) {
		if (num_rows > MOST_GROUP_ROWS || total_byte_size > MOST_GROUP_BYTES)
			return `groups of at most ${MOST_GROUP_ROWS.toLocaleString('en-US')} rows and 512 MB, got a larger one`;
		const codec = columns.map(({ meta_data }) => meta_data?.codec).find((each) => !each || !CODECS.includes(each));
		if (codec) return `columns packed with Snappy or not at all, got ${codec}`;
	}
	return undefined;
}

async function* rowsOf({ path, name, share }: TableFile): AsyncGenerator<Row> {
	const file = await open(path);
	try {
		const { size } = await file.stat();
		const buffer: AsyncBuffer = {
			byteLength: size,
			async slice(start, end = size) {
				if (start < 0 || end > size || end < start) throw new RangeError('it points outside itself');
				const bytes = new Uint8Array(end - start);
				await file.read(bytes, 0, bytes.length, start);
				return bytes.buffer;
			}
		};
		const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
		const metadata = await parquetMetadataAsync(buffer);
		const expected = refusal(metadata);
		if (expected !== undefined) throw new StartFault(`${name}: expected ${expected}. Save it as CSV.`);
		const total = Number(metadata.num_rows);
		const names = parquetSchema(metadata).children.map(({ element }) => element.name);
		yield { line: 1, cells: names };
		let from = 0;
		for (const group of metadata.row_groups) {
			const to = from + Number(group.num_rows);
			const objects = await parquetReadObjects({ file: buffer, metadata, rowStart: from, rowEnd: to });
			for (const [i, object] of objects.entries()) {
				yield { line: from + i + 2, cells: names.map((column) => cellOf(object[column])) };
			}
			from = to;
			share(from / total);
		}
	} catch (error) {
		if (error instanceof StartFault) throw error;
		const why = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'it is damaged';
		throw new StartFault(`${name}: expected a whole Parquet file, got this: ${why}`, { cause: error });
	} finally {
		await file.close();
	}
}

/** By the letters PAR1 at its beginning. */
export function recognise({ bytes }: FileStart): boolean {
	return hasMark(bytes, [0x50, 0x41, 0x52, 0x31]);
}

/** The rows of a table, one group of them in memory at a time. What is packed in a way that is not read here goes in as CSV. */
export function read(file: TableFile): Content {
	return { rows: rowsOf(file) };
}
