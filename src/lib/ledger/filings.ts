import { compareText, type Book } from './book';
import { reportedBetween } from './capex';
import { dueCurve } from './due';
import { knownFrom, latestKnown } from './figures';
import { partOf } from './part-of';
import { askEverywhere, DEFAULT_QUESTION, type Question } from './question';
import { dueFrom } from './yardsticks';
import { addDays, addMonths, stepEnds, type Day } from '$lib/records/day';
import type { Fundamental, Records } from '$lib/records';
import { LAST_YEAR_OF_TERMS } from '$lib/records/limits';

/** No term goes on after it. */
const LAST_DAY: Day = `${LAST_YEAR_OF_TERMS}-12-31`;

/** Metrics that are a backlog, the widest first: what one of them holds, those behind it may leave out. */
const BACKLOG_METRICS = ['revenue_backlog', 'rpo_total', 'backlog', 'rpo_commercial'] as const;
export type BacklogMetric = (typeof BACKLOG_METRICS)[number];

/** What a company says is still to be paid to it, and what of that the ledger knows. Whole dollars. */
export interface FiledBacklog {
	company: string;
	metric: BacklogMetric;
	of_day: Day;
	known_from: Day;
	backlog_usd: number;
	/** Falls due to it after the day, on demand deals. */
	ahead_usd: number;
	/** `ahead_usd` over `backlog_usd`; null where that is not above 0. */
	share: number | null;
	/** What of `ahead_usd` falls due within twelve months. */
	year_usd: number;
	/** `year_usd` over `ahead_usd`; null where nothing is ahead. */
	year_share: number | null;
	/** Deals on which something is ahead. */
	deals: number;
	/** What of a backlog of that day the company itself said would fall due within twelve months; null where no such figure is recorded. */
	filed_year_share: number | null;
	/** Of which backlog that is; it need not be the widest. */
	filed_year_metric: BacklogMetric | null;
	/** Whether some of `ahead_usd` rests on a split that nobody stated. */
	equal_split: boolean;
}

/** A calendar quarter, whole dollars. */
export interface FiledQuarter {
	/** Its last day. */
	date: Day;
	/** Capital spending of the named companies; null until all of them have reported the whole quarter. */
	reported_usd: number | null;
	/** Due of what they pay. */
	due_usd: number;
	/** `due_usd` over `reported_usd`; null where that is null or 0. */
	share: number | null;
	/** Due of all deals of the default layers. */
	all_due_usd: number;
}

const dayOf = ({ as_of, period_end }: Fundamental): Day => as_of ?? period_end ?? '';

/** The backlog of a company's latest day that is known, by its widest metric; undefined where there is none. */
function backlogOf(
	{ fundamentals }: Records,
	company: string,
	asOf: Day
): (Fundamental & { metric: BacklogMetric }) | undefined {
	const known = fundamentals.filter((row) => row.company === company && knownFrom(row) <= asOf);
	for (const metric of BACKLOG_METRICS) {
		const rows = known.filter((row) => row.metric === metric);
		const last = rows.map(dayOf).sort(compareText).at(-1);
		const found = latestKnown(
			rows.filter((row) => dayOf(row) === last),
			asOf
		);
		if (found) return { ...found, metric };
	}
	return undefined;
}

/** What of a backlog of a day its company said would fall due within twelve months, by the widest metric that says so. */
function filedYear(
	{ fundamentals }: Records,
	company: string,
	day: Day,
	asOf: Day
): Pick<FiledBacklog, 'filed_year_share' | 'filed_year_metric'> {
	const of = (metric: string) =>
		latestKnown(
			fundamentals.filter((row) => row.company === company && row.metric === metric && dayOf(row) === day),
			asOf
		)?.amount_usd;
	for (const metric of BACKLOG_METRICS) {
		const [all, year] = [of(metric), of(`${metric}_within_year`)];
		if (all && year !== undefined) return { filed_year_share: year / all, filed_year_metric: metric };
	}
	return { filed_year_share: null, filed_year_metric: null };
}

/** Every company with a backlog on record beside what the ledger says is still to be paid to it (MODEL section 4), the largest share first. */
export function filedBacklogs(book: Book, question: Question, asOf: Day): FiledBacklog[] {
	const due = dueCurve(book, askEverywhere(question, ['demand']), asOf);
	const year = addMonths(asOf, 12);
	const companies = [...new Set(book.records.fundamentals.map(({ company }) => company))];
	const rows = companies.flatMap((company): FiledBacklog[] => {
		const backlog = backlogOf(book.records, company, asOf);
		if (!backlog) return [];
		let [ahead, within, deals, equal_split] = [0, 0, 0, false];
		for (const { index, deal } of book.entries) {
			if (!deal.payees.includes(company)) continue;
			const before = due.of(index, asOf);
			const left = partOf(deal, 'payees', company, due.of(index, LAST_DAY) - before);
			if (left <= 0) continue;
			ahead += left;
			within += partOf(deal, 'payees', company, due.of(index, year) - before);
			deals += 1;
			equal_split ||= deal.payees.length > 1 && !deal.shares?.payees;
		}
		const [ahead_usd, year_usd] = [Math.round(ahead), Math.round(within)];
		return [
			{
				company,
				metric: backlog.metric,
				of_day: dayOf(backlog),
				known_from: knownFrom(backlog),
				backlog_usd: backlog.amount_usd,
				ahead_usd,
				share: backlog.amount_usd > 0 ? ahead_usd / backlog.amount_usd : null,
				year_usd,
				year_share: ahead_usd > 0 ? year_usd / ahead_usd : null,
				deals,
				...filedYear(book.records, company, dayOf(backlog), asOf),
				equal_split
			}
		];
	});
	return rows.sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || compareText(a.company, b.company));
}

/** The companies with `payments_for_ppe` known at a day. */
export function spendersAt({ capex }: Records, asOf: Day): string[] {
	const known = capex.filter((row) => row.measure === 'payments_for_ppe' && knownFrom(row) <= asOf);
	return [...new Set(known.map(({ company }) => company))].sort(compareText);
}

function reportedByAll(records: Records, companies: readonly string[], asOf: Day, start: Day, end: Day): number | null {
	if (companies.length === 0) return null;
	let sum = 0;
	for (const company of companies) {
		const paid = reportedBetween(records, company, asOf, { start, end });
		if (paid === null) return null;
		sum += paid;
	}
	return Math.round(sum);
}

/** The calendar quarters that have ended by a day, from the first with anything due, in the order of time (MODEL section 4). */
export function filedQuarters(book: Book, question: Question, asOf: Day): FiledQuarter[] {
	const due = dueCurve(book, askEverywhere(question, DEFAULT_QUESTION.layers), asOf);
	const companies = spendersAt(book.records, asOf);
	const starts = book.entries.flatMap(({ index }) => due.span(index)?.start ?? []).sort(compareText);
	const first = starts[0];
	if (first === undefined || first > asOf) return [];
	return stepEnds(first, asOf, 'quarter').flatMap((date): FiledQuarter[] => {
		const start = addMonths(addDays(date, 1), -3);
		if (!QUARTER_ENDS.has(date.slice(5))) return [];
		const reported_usd = reportedByAll(book.records, companies, asOf, start, date);
		const due_usd = Math.round(dueFrom(book, due, companies, { from: start, to: date }));
		return [
			{
				date,
				reported_usd,
				due_usd,
				share: reported_usd ? due_usd / reported_usd : null,
				all_due_usd: Math.round(due.total(date) - due.total(addDays(start, -1)))
			}
		];
	});
}

/** A last step that the day cuts short is no whole quarter. */
const QUARTER_ENDS = new Set(['03-31', '06-30', '09-30', '12-31']);
