import { parseAmount } from '$lib/records/typed/amounts';
import type { Notice, Piece, Value } from '$lib/records';

/** A cell that cannot be read: a sentence says why. */
export class CellFault extends Error {}

/** The list of a cell. */
export function readList(cell: string): unknown {
	if (cell.startsWith('[')) return readJson(cell, 'a list');
	return cell
		.split(';')
		.map((each) => each.trim())
		.filter((each) => each !== '');
}

/** The value of a cell in JSON. */
export function readJson(cell: string, what: string): unknown {
	try {
		return JSON.parse(cell);
	} catch {
		throw new CellFault(`expected ${what} in JSON, got ${cell.length > 60 ? `${cell.slice(0, 57)}...` : cell}`);
	}
}

/** The number of a cell; what is none stays text, and the schema says what is taken there. */
export function readNumber(cell: string): unknown {
	return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(cell) ? Number(cell) + 0 : cell;
}

/** The part of a whole in a cell, in percent too; what is none stays text. */
export function readFraction(cell: string): unknown {
	const [, percent] = /^(\d+(?:\.\d+)?) ?%$/.exec(cell) ?? [];
	return readNumber(percent === undefined ? cell : `${percent}e-2`);
}

/** Whole dollars, as digits or as people write them. */
export function readDollars(cell: string): unknown {
	if (/^[-+]?\d+$/.test(cell)) return Number(cell) + 0;
	const parsed = parseAmount(cell);
	if ('fault' in parsed) throw new CellFault(parsed.fault);
	const { central } = parsed.value;
	if (central === undefined) throw new CellFault(`expected one sum, got “${cell}”. The column amount takes ranges.`);
	return central;
}

/** A value as people write it. */
export function readAmount(cell: string): Value {
	const parsed = parseAmount(/^\d{1,6}$/.test(cell) ? `${cell} dollars` : cell);
	if ('fault' in parsed) throw new CellFault(parsed.fault);
	return parsed.value;
}

/** A schedule in one cell: `2026-01-01 to 2026-12-31: 5000000000; ...`. */
export function scheduleCell(schedule: readonly Piece[]): string {
	return schedule.map(({ from, to, amount }) => `${from} to ${to}: ${amount}`).join('; ');
}

/** Who may leave, in one cell: `90 days by either from 2026-08-03`, or `none` where nobody may any more. */
export function noticeCell({ days, by, from }: Notice): string {
	return [days === null ? 'none' : `${days} days`, by && `by ${by}`, from && `from ${from}`].filter(Boolean).join(' ');
}

/** Who may leave, of a cell. */
export function readNotice(cell: string): unknown {
	const match = /^\s*(?:(none)|(\d{1,6}) days?)(?:\s+by\s+(\S+))?(?:\s+from\s+(\S+))?\s*$/.exec(cell);
	if (!match) throw new CellFault(`expected 90 days by either from 2026-08-03, or none, got “${cell.trim()}”`);
	const [, none, days, by, from] = match;
	return { days: none ? null : Number(days), ...(by && { by }), ...(from && { from }) };
}

/** The schedule of a cell. */
export function readSchedule(cell: string): unknown {
	return cell.split(';').map((part) => {
		const match = /^\s*(\S+)\s+to\s+(\S+)\s*:\s*(.+?)\s*$/.exec(part);
		if (!match)
			throw new CellFault(`expected pieces such as 2026-01-01 to 2026-12-31: 5000000000, got “${part.trim()}”`);
		return { from: match[1], to: match[2], amount: readDollars(match[3] ?? '') };
	});
}
