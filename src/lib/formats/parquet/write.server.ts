import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import type { Column, ColumnType } from '$lib/ledger/columns';
import { dayNumber } from '$lib/records/day';
import type { Cell, RowOf } from '../cell';
import type { NamedTable } from '../writer';

/** Rows held in memory at once: encoding them stops the server for about a quarter of a second. */
const GROUP = 10_000;

type Leaf = Pick<SchemaElement, 'type' | 'converted_type'>;
const WORDS: Leaf = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
const LEAVES: Record<ColumnType, Leaf> = {
	text: WORDS,
	slug: WORDS,
	url: WORDS,
	list: WORDS,
	date: WORDS,
	day: { type: 'INT32', converted_type: 'DATE' },
	dollars: { type: 'INT64' },
	integer: { type: 'INT64' },
	ratio: { type: 'DOUBLE' },
	flag: { type: 'BOOLEAN' }
};

function elements({ name, type }: Column): SchemaElement[] {
	const leaf = LEAVES[type];
	if (type !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...leaf }];
	return [
		{ name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
		{ name: 'list', repetition_type: 'REPEATED', num_children: 1 },
		{ name: 'element', repetition_type: 'OPTIONAL', ...leaf }
	];
}

/** A cell as the file's type takes it: dollars in 64 bits, days as their number. */
function storedValue(type: ColumnType, cell: Cell): unknown {
	if (cell === null || cell === undefined) return null;
	if (typeof cell === 'number' && LEAVES[type].type === 'INT64') return BigInt(cell);
	return type === 'day' && typeof cell === 'string' ? dayNumber(cell) : cell;
}

/**
 * Typed columns (dollars 64-bit integers, days dates, lists lists), one row group after the other, so that memory stays bounded.
 * What was asked stands in the file's own key-value metadata.
 */
export function* write<R extends RowOf<R>>({
	name,
	about,
	columns,
	rows
}: NamedTable<R>): Generator<Uint8Array<ArrayBuffer>> {
	const writer = new ByteWriter();
	const file = new ParquetWriter({
		writer,
		schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elements)],
		kvMetadata: Object.entries({ ...about, name }).map(([key, value]) => ({
			key,
			value: typeof value === 'string' ? value : JSON.stringify(value)
		})),
		createdBy: 'buildout'
	});
	// What has been written goes out at once; the writer counts its offsets apart from its buffer.
	function drain(): Uint8Array<ArrayBuffer> {
		const bytes = writer.getBytes().slice();
		writer.index = 0;
		return bytes;
	}
	let held: R[] = [];
	function writeGroup(): void {
		const columnData = columns.map(({ name, type }): ColumnSource => ({
			name,
			data: held.map((row) => storedValue(type, row[name]))
		}));
		void file.write({ columnData, rowGroupSize: GROUP });
		held = [];
	}
	for (const row of rows) {
		held.push(row);
		if (held.length < GROUP) continue;
		writeGroup();
		yield drain();
	}
	if (held.length > 0) writeGroup();
	void file.finish();
	yield drain();
}
