import writeSheets, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Column } from '$lib/ledger/columns';
import { dayNumber } from '$lib/records/day';
import { cellText, plainNumber, type Cell, type RowOf } from '../cell';
import type { Bounds, NamedTable } from '../writer';

/** A sheet is made in memory as a whole, at about 700 bytes and 7 µs a cell: what is larger goes out as CSV. */
const MOST_ROWS = 50_000;
const MOST_CELLS = 300_000;

export const bounds: Bounds = {
	noun: 'sheet',
	rows: (columns) => Math.min(MOST_ROWS, Math.floor(MOST_CELLS / columns)),
	// Excel refuses a file with a longer cell.
	cell: 32_767
};

/** Excel's day 0 is 30 December 1899; its own calendar is right from 1 March 1900 on. */
const EXCEL_EPOCH = 25_569;

/** Text that Excel reads back as it is: `_x0041_` would be taken for a letter. The writer leaves out what XML cannot hold. */
function words(text: string): CellObject {
	const whole = text.slice(0, bounds.cell).toWellFormed();
	return { value: whole.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'), type: String };
}

/** A typed cell. Words are always of type text, so that none of them is run as a formula. */
function cellObject(column: Column, cell: Cell): CellObject | null {
	if (cell === null || cell === undefined) return null;
	if (typeof cell === 'boolean') return { value: cell, type: Boolean };
	if (typeof cell === 'number') {
		const format = column.type === 'dollars' ? '#,##0' : undefined;
		return { value: Number(plainNumber(cell)), type: Number, format };
	}
	if (column.type === 'day' && typeof cell === 'string')
		return { value: dayNumber(cell) + EXCEL_EPOCH, type: Number, format: 'yyyy-mm-dd' };
	return words(cellText(cell));
}

function widthOf({ type, label }: Column): number {
	if (type === 'text' || type === 'list') return 28;
	return Math.max(type === 'dollars' ? 20 : 12, label.length + 2);
}

/**
 * A workbook: typed cells, days as dates, the header row frozen, and a second sheet that says what was asked and what each column
 * means. Text is never a formula. The caller keeps to `bounds`.
 */
export async function write<R extends RowOf<R>>({
	name,
	about,
	columns,
	rows
}: NamedTable<R>): Promise<Uint8Array<ArrayBuffer>> {
	const bold = (text: string): CellObject => ({ ...words(text), fontWeight: 'bold' });
	const data: SheetData = [columns.map((column) => bold(column.name))];
	for (const row of rows) data.push(columns.map((column) => cellObject(column, row[column.name])));
	const notes: SheetData = [
		...Object.entries({ ...about, name }).map(([member, value]) => [
			bold(member),
			words(typeof value === 'string' ? value : JSON.stringify(value))
		]),
		[],
		['column', 'label', 'unit', 'description'].map(bold),
		...columns.map((each) => [each.name, each.label, each.unit ?? '', each.description].map(words))
	];
	const buffer = await writeSheets([
		{
			data,
			sheet: name.slice(0, 31),
			columns: columns.map((each) => ({ width: widthOf(each) })),
			stickyRowsCount: 1
		},
		{ data: notes, sheet: 'About', columns: [{ width: 20 }, { width: 24 }, { width: 14 }, { width: 80 }] }
	]).toBuffer();
	return new Uint8Array(buffer);
}
