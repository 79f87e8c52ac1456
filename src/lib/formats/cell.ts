import type { Column } from '$lib/ledger/columns';

/** What a row may hold in a column. */
export type Cell = string | number | boolean | null | undefined | readonly string[];

/** A row of a table: an answer's own type, of cells only. */
export type RowOf<R> = { [Name in keyof R]: Cell };

/** A table to write: columns whose names the rows have. Rows may lack an optional one; it is then empty. */
export interface Table<R extends RowOf<R>> {
	columns: readonly Column<Extract<keyof R, string>>[];
	rows: Iterable<R>;
}

/** True for columns whose cells are words that somebody wrote, and not numbers, days or flags written by us. */
export function isText(column: Column): boolean {
	return ['text', 'slug', 'url', 'list'].includes(column.type);
}

/** A table with a hole where a figure should be would look whole: better none. */
function finite(value: number): void {
	if (!Number.isFinite(value)) throw new RangeError(`A table cannot hold the number ${value}`);
}

/**
 * A number in plain decimals, without an exponent; it reads back to the same number.
 * @throws RangeError where it is not finite.
 */
export function plainNumber(value: number): string {
	finite(value);
	const text = String(value);
	const [digits = '', exponent] = text.split('e');
	if (exponent === undefined) return text;
	const sign = digits.startsWith('-') ? '-' : '';
	const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
	const point = whole.length + Number(exponent);
	const all = whole + fraction;
	if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
	if (point >= all.length) return sign + all.padEnd(point, '0');
	return `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}

/** A cell as plain text: empty for null, `; ` between the parts of a list. */
export function cellText(cell: Cell): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'number') return plainNumber(cell);
	return typeof cell === 'object' ? cell.join('; ') : String(cell);
}

/** A list in one cell that reads back to the same list: parted by semicolons; as JSON where an entry would not survive that. */
export function listCell(list: readonly string[]): string {
	const fits =
		list.length > 0 && list.every((each) => !each.includes(';') && each.trim() === each && !each.startsWith('['));
	return fits ? list.join('; ') : JSON.stringify(list);
}

/**
 * A row as an object of exactly the columns, in their order: what JSON and NDJSON publish.
 * @throws RangeError where a number is not finite.
 */
export function record<R extends RowOf<R>>(columns: Table<R>['columns'], row: R): Record<string, Cell> {
	const all: Record<string, Cell> = {};
	for (const { name } of columns) {
		const cell: Cell = row[name];
		if (typeof cell === 'number') finite(cell);
		all[name] = cell ?? null;
	}
	return all;
}
