import { listCell } from './cell';

/** Columns that a table may have: a page lists them, and the ledger knows a few dozen. */
export const MOST_COLUMNS = 500;

/** A row of a table as text, the first of them its header, with the line it stands on; or why it cannot be read. */
export type Row = { line: number } & ({ cells: string[] } | { fault: string });

function isMoment(value: object): value is { toISOString(): string } {
	return 'toISOString' in value;
}

/** A value of a typed table as the text that a CSV would have: a moment at midnight is a day, a list is parted by semicolons. */
export function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value !== 'object') return String(value as string | number | bigint | boolean);
	if (isMoment(value)) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
	if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return listCell(value);
	return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each));
}

/**
 * Objects as the rows of a table: the names of the first are its header. Members that a later one lacks are empty cells; one that
 * the first lacks is a fault of that row, for it would be lost.
 */
export function objectRows(): (line: number, value: unknown) => Row[] {
	let names: string[] | undefined;
	return (line, value) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value))
			return [{ line, fault: 'expected an object with the columns of a table' }];
		const header = names === undefined ? [{ line, cells: (names = Object.keys(value)) }] : [];
		const known = names;
		const more = Object.keys(value).filter((name) => !known.includes(name));
		if (more.length > 0)
			return [...header, { line, fault: `expected the columns of the first row, got ${more.join(', ')} besides` }];
		return [...header, { line, cells: known.map((name) => cellOf(Reflect.get(value, name))) }];
	};
}
