import type { CommitmentRow } from './organisation';
import type { YearColumn, YearTail } from '$lib/charts/kinds/years';
import { periodTotal } from '$lib/charts/marks/period';
import type { Due } from '$lib/ledger/parties';

/** More years than this are not drawn one by one; so many of them lie before the year of the day asked about. */
const MOST = 15;
const BEFORE = 7;

const SIDES = [
	{ role: 'payer', due: 'pays_usd', name: 'Promises', verb: 'has promised' },
	{ role: 'payee', due: 'receives_usd', name: 'Is promised', verb: 'is promised' }
] as const;

/** The sides of an organisation that have any dollars: the first stands above zero, the second hangs below. */
export function sidesOf(rows: readonly CommitmentRow[]): (typeof SIDES)[number][] {
	return SIDES.filter(({ role }) => rows.some((row) => row.role === role && row.amount_usd !== 0));
}

/**
 * What an organisation has promised and is promised, year after year without a gap.
 * @param due what falls due after `asOf`, of what is signed
 * @param signed the same rows of what is at least announced; what it lacks of `rows` is not signed
 */
export function yearColumns(
	rows: readonly CommitmentRow[],
	due: readonly Due[],
	asOf: string,
	signed: readonly CommitmentRow[] = rows
): YearColumn[] {
	const sides = sidesOf(rows);
	const years = rows.filter((row) => row.amount_usd !== 0).map((row) => row.year);
	if (years.length === 0) return [];
	const [first, last] = [Math.min(...years), Math.max(...years)];
	const now = Number(asOf.slice(0, 4));
	const part = (year: number, side: (typeof SIDES)[number] | undefined) => {
		const sumOf = (of: readonly CommitmentRow[]) =>
			of.reduce((usd, row) => usd + (row.year === year && row.role === side?.role ? row.amount_usd : 0), 0);
		const sum = sumOf(signed);
		const unsigned = rows === signed ? {} : { unsigned_usd: Math.max(0, sumOf(rows) - sum) };
		if (!side || year !== now)
			return year < now ? { due_usd: sum, ahead_usd: 0, ...unsigned } : { due_usd: 0, ahead_usd: sum, ...unsigned };
		const left = due.reduce((usd, each) => usd + (each.date.startsWith(`${year}-`) ? each[side.due] : 0), 0);
		const ahead = Math.min(sum, left);
		return { due_usd: sum - ahead, ahead_usd: ahead, ...unsigned };
	};
	return Array.from({ length: last - first + 1 }, (_, i) => ({
		year: first + i,
		up: part(first + i, sides[0]),
		down: part(first + i, sides[1])
	}));
}

function tail(columns: readonly YearColumn[], year: number | undefined): YearTail | null {
	if (year === undefined) return null;
	const sum = (side: 'up' | 'down') => columns.reduce((usd, each) => usd + periodTotal(each[side]), 0);
	return { year, up_usd: sum('up'), down_usd: sum('down') };
}

/** The years that are drawn one by one, around the year of a day, and what lies before and after them. */
export function frameYears(
	columns: readonly YearColumn[],
	asOf: string
): { years: readonly YearColumn[]; earlier: YearTail | null; later: YearTail | null } {
	if (columns.length <= MOST) return { years: columns, earlier: null, later: null };
	const now = Number(asOf.slice(0, 4)) - columns[0]!.year;
	const start = Math.max(0, Math.min(now - BEFORE, columns.length - MOST));
	const [before, after] = [columns.slice(0, start), columns.slice(start + MOST)];
	return {
		years: columns.slice(start, start + MOST),
		earlier: tail(before, before[0]?.year),
		later: tail(after, after.at(-1)?.year)
	};
}
