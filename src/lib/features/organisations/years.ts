import type { CommitmentRow } from './organisation';
import type { YearColumn, YearTail } from '$lib/charts/kinds/years';
import type { Due } from '$lib/ledger/parties';

/** More years than this are not drawn one by one; so many of them lie before the year of the day asked about. */
const MOST = 15;
const BEFORE = 7;

const SIDES = [
	{ role: 'payer', due: 'pays_usd', name: 'Pays', verb: 'pays' },
	{ role: 'payee', due: 'receives_usd', name: 'Is paid', verb: 'is paid' }
] as const;

/** The sides of an organisation that have any dollars: the first stands above zero, the second hangs below. */
export function sidesOf(rows: readonly CommitmentRow[]): (typeof SIDES)[number][] {
	return SIDES.filter(({ role }) => rows.some((row) => row.role === role && row.amount_usd !== 0));
}

/** What an organisation pays and is paid, year after year without a gap; what is due in the year of `asOf` is to come. */
export function yearColumns(rows: readonly CommitmentRow[], due: readonly Due[], asOf: string): YearColumn[] {
	const sides = sidesOf(rows);
	const years = rows.filter((row) => row.amount_usd !== 0).map((row) => row.year);
	if (years.length === 0) return [];
	const [first, last] = [Math.min(...years), Math.max(...years)];
	const now = Number(asOf.slice(0, 4));
	const part = (year: number, side: (typeof SIDES)[number] | undefined) => {
		const sum = rows.reduce((usd, row) => usd + (row.year === year && row.role === side?.role ? row.amount_usd : 0), 0);
		if (!side || year !== now) return year < now ? { moved_usd: sum, ahead_usd: 0 } : { moved_usd: 0, ahead_usd: sum };
		const left = due.reduce((usd, each) => usd + (each.date.startsWith(`${year}-`) ? each[side.due] : 0), 0);
		const ahead = Math.min(sum, left);
		return { moved_usd: sum - ahead, ahead_usd: ahead };
	};
	return Array.from({ length: last - first + 1 }, (_, i) => ({
		year: first + i,
		up: part(first + i, sides[0]),
		down: part(first + i, sides[1])
	}));
}

function tail(columns: readonly YearColumn[], year: number | undefined): YearTail | null {
	if (year === undefined) return null;
	const sum = (side: 'up' | 'down') =>
		columns.reduce((usd, each) => usd + each[side].moved_usd + each[side].ahead_usd, 0);
	return { year, up_usd: sum('up'), down_usd: sum('down') };
}

/** The years that are drawn one by one, around the year of a day, and what lies before and after them. */
export function framed(
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
