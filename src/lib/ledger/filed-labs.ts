import type { Book } from './book';
import { compareText } from './book';
import { dueCurve } from './due';
import { knownFrom, latestKnown, type OfPeriod } from './figures';
import { partOf } from './part-of';
import { askEverywhere, DEFAULT_QUESTION, type Question } from './question';
import { addDays, addMonths, dayNumber, stepEnds, type Day } from '$lib/records/day';
import type { Fundamental, Records } from '$lib/records';

/** What a lab earned, by the first of these that it states. */
const REVENUE_METRICS = ['revenue_recognised', 'revenue'] as const;

/** What a lab pays by the ledger in four quarters, beside what it had to spend. Whole dollars. */
export interface FiledLab {
	company: string;
	/** The last four calendar quarters of which all revenue is known; without any, the last four that have ended. */
	from: Day;
	to: Day;
	/** Due of what it pays. */
	due_usd: number;
	/** Null where it is not known for every day of the four quarters. */
	revenue_usd: number | null;
	/** Cash that it used up beside its revenue, on the days for which that is known; null where it is for none. */
	burned_usd: number | null;
	/** For how many of the days what it used up is known. */
	burned_days: number;
	days: number;
	/** Revenue and what was used up: all that it can have paid, for everything. Null without revenue. */
	ceiling_usd: number | null;
	/** `due_usd` over `ceiling_usd`; null where that is null or not above 0. */
	share: number | null;
	/** Whether the ledger says that more fell due than there was to spend. */
	over: boolean;
	/** Whether some of what is due rests on a split that nobody stated. */
	equal_split: boolean;
}

const hasPeriod = (row: Fundamental): row is OfPeriod<Fundamental> =>
	row.period_start !== null && row.period_end !== null;

/**
 * A figure of a company by calendar day, dollars, as known at a day. A period counts evenly by day; where a longer one holds
 * shorter ones, its other days share what these leave.
 */
export function dailyFigures(records: Records, company: string, metric: string, asOf: Day): Map<number, number> {
	const byPeriod = new Map<string, OfPeriod<Fundamental>[]>();
	for (const row of records.fundamentals) {
		if (row.company !== company || row.metric !== metric || knownFrom(row) > asOf || !hasPeriod(row)) continue;
		const key = `${row.period_start} ${row.period_end}`;
		byPeriod.set(key, [...(byPeriod.get(key) ?? []), row]);
	}
	const periods = [...byPeriod.values()].map((rows) => {
		const { period_start, period_end, amount_usd } = latestKnown(rows, asOf)!;
		return { first: dayNumber(period_start), last: dayNumber(period_end), amount_usd };
	});
	periods.sort((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first);
	const daily = new Map<number, number>();
	for (const { first, last, amount_usd } of periods) {
		let [left, open] = [amount_usd, 0];
		for (let day = first; day <= last; day++) {
			const told = daily.get(day);
			if (told === undefined) open += 1;
			else left -= told;
		}
		for (let day = first; day <= last; day++) if (!daily.has(day)) daily.set(day, left / open);
	}
	return daily;
}

/** What is told for the days from one to another, and for how many of them. */
function between(daily: Map<number, number>, from: Day, to: Day): { usd: number; days: number } {
	let [usd, days] = [0, 0];
	for (let day = dayNumber(from); day <= dayNumber(to); day++) {
		const told = daily.get(day);
		if (told === undefined) continue;
		usd += told;
		days += 1;
	}
	return { usd, days };
}

/** The four calendar quarters that end on a day. */
const yearTo = (to: Day): { from: Day; to: Day; days: number } => {
	const from = addMonths(addDays(to, 1), -12);
	return { from, to, days: dayNumber(to) - dayNumber(from) + 1 };
};

/** The last calendar quarters that have ended by a day, the latest first. */
function quartersBefore(asOf: Day): Day[] {
	const ends = stepEnds(addMonths(asOf, -15), asOf, 'quarter');
	return ends
		.filter(
			(end) => end.endsWith('-03-31') || end.endsWith('-06-30') || end.endsWith('-09-30') || end.endsWith('-12-31')
		)
		.slice(-4)
		.reverse();
}

/** Every lab that is known to pay something or to earn something beside what it had to spend (MODEL section 4), by what is due. */
export function filedLabs(book: Book, question: Question, asOf: Day): FiledLab[] {
	const due = dueCurve(book, askEverywhere(question, DEFAULT_QUESTION.layers), asOf);
	const ends = quartersBefore(asOf);
	const labs = book.records.organisations.filter(({ kind, stand_in }) => kind === 'ai_lab' && !stand_in);
	const rows = labs.flatMap(({ slug: company }): FiledLab[] => {
		const told = REVENUE_METRICS.map((metric) => dailyFigures(book.records, company, metric, asOf));
		const revenue = told.find((daily) => daily.size > 0) ?? new Map<number, number>();
		const spans = ends.map(yearTo);
		const span = spans.find(({ from, to, days }) => between(revenue, from, to).days === days);
		const { from, to, days } = span ?? spans[0]!;
		const before = addDays(from, -1);
		let [owed, equal_split] = [0, false];
		for (const { index, deal } of book.entries) {
			if (!deal.payers.includes(company)) continue;
			const part = partOf(deal, 'payers', company, due.of(index, to) - due.of(index, before));
			owed += part;
			equal_split ||= part > 0 && deal.payers.length > 1 && !deal.shares?.payers;
		}
		const revenue_usd = span ? Math.round(between(revenue, from, to).usd) : null;
		const burn = between(dailyFigures(book.records, company, 'cash_burn', asOf), from, to);
		const burned_usd = burn.days > 0 ? Math.round(burn.usd) : null;
		const due_usd = Math.round(owed);
		if (due_usd === 0 && revenue_usd === null) return [];
		const ceiling_usd = revenue_usd === null ? null : revenue_usd + (burned_usd ?? 0);
		const share = ceiling_usd !== null && ceiling_usd > 0 ? due_usd / ceiling_usd : null;
		const over = ceiling_usd !== null && due_usd > ceiling_usd;
		const known = { revenue_usd, burned_usd, burned_days: burn.days, days, ceiling_usd };
		return [{ company, from, to, due_usd, ...known, share, over, equal_split }];
	});
	return rows.sort((a, b) => b.due_usd - a.due_usd || compareText(a.company, b.company));
}
