import type { Book } from './book';
import { compareText } from './book';
import { compareCapex, guidanceHistory } from './capex';
import { compare } from './compare';
import { dueCurve } from './due';
import { askEverywhere, DEFAULT_QUESTION, type Question } from './question';
import { comparables, isKnown, targetOf, windowOf } from './window';
import { addMonths, stepEnds, type Day } from '$lib/records/day';

/** What the ledger said at the end of a quarter of the twelve months after it, and what it says of them now. Whole dollars. */
export interface BacktestQuarter {
	/** The last day of the quarter. */
	date: Day;
	/** The last day of the twelve months. */
	until: Day;
	/** Would fall due in them, as known at `date`. */
	then_usd: number;
	/** Due in them, as known now. */
	now_usd: number;
	/** What of `now_usd` lies on deals that nobody knew at `date`. */
	new_usd: number;
	/** `now_usd` over `then_usd`; null where that is 0. */
	ratio: number | null;
	/** Whether the twelve months have ended. */
	ended: boolean;
}

/** What somebody said beforehand of a period that has ended, and what came of it. Whole dollars. */
export interface CheckedForecast {
	kind: 'guidance' | 'projection';
	/** The company, or the slug of the projection. */
	key: string;
	/** What was measured: a measure of capital spending, or `due`. */
	measure: string;
	from: Day;
	to: Day;
	/** The day of the statement: of guidance the first one that names an amount. */
	said_on: Day;
	said_usd: number;
	/** Guidance as it stood last; null of a projection. */
	last_usd: number | null;
	/** What was reported for the whole period, or is due in it where nothing reported compares; null where neither is known. */
	came_usd: number | null;
	/** `came_usd` over `said_usd`; null where one of them is missing or 0. */
	ratio: number | null;
}

/** The ends of calendar quarters from the first event on, before a day, the latest last: at most so many. */
const MOST_QUARTERS = 40;

/**
 * At the end of each past calendar quarter, what the ledger as known then said would fall due in the next twelve months, and
 * what is due for those months as known now (MODEL section 4), in the order of time from the first with anything said.
 */
export function backtestQuarters(book: Book, question: Question, asOf: Day): BacktestQuarter[] {
	const asked = askEverywhere(question, DEFAULT_QUESTION.layers);
	const first = book.entries[0]?.firstDay;
	if (first === undefined || first >= asOf) return [];
	const now = dueCurve(book, asked, asOf);
	const ends = stepEnds(first, asOf, 'quarter').filter((date) => date < asOf);
	const rows = ends.slice(-MOST_QUARTERS).map((date): BacktestQuarter => {
		const until = addMonths(date, 12);
		const [before, after] = dueCurve(book, asked, date).totals([date, until]);
		const [since, by] = now.totals([date, until]);
		let unknown = 0;
		for (const { index, firstDay } of book.entries)
			if (firstDay > date) unknown += now.of(index, until) - now.of(index, date);
		const [then_usd, now_usd] = [Math.round(after! - before!), Math.round(by! - since!)];
		const ratio = then_usd > 0 ? now_usd / then_usd : null;
		return { date, until, then_usd, now_usd, new_usd: Math.round(unknown), ratio, ended: until <= asOf };
	});
	const begun = rows.findIndex(({ then_usd, now_usd }) => then_usd !== 0 || now_usd !== 0);
	return begun < 0 ? [] : rows.slice(begun);
}

const over = (came: number | null, said: number) => (came !== null && said > 0 ? came / said : null);

function checkedGuidance(book: Book, asOf: Day): CheckedForecast[] {
	return guidanceHistory(book.records, asOf).flatMap((history): CheckedForecast[] => {
		const named = history.statements.filter(({ middle_usd }) => middle_usd !== null);
		const [first, last] = [named[0], named.at(-1)];
		if (!first || !last || history.period_end >= asOf) return [];
		const came_usd = history.reported_usd === null ? null : Math.round(history.reported_usd);
		const said_usd = first.middle_usd!;
		const { company: key, measure, period_start: from, period_end: to } = history;
		const what = { kind: 'guidance' as const, key, measure, from, to, said_on: first.row.given_on };
		return [{ ...what, said_usd, last_usd: last.middle_usd, came_usd, ratio: over(came_usd, said_usd) }];
	});
}

function checkedProjections(book: Book, question: Question, asOf: Day): CheckedForecast[] {
	return book.records.projections.flatMap((projection): CheckedForecast[] => {
		const { start: from, end: to } = windowOf(projection);
		const kinds = comparables(projection);
		if (!isKnown(projection, asOf) || to >= asOf || !kinds.some((kind) => kind !== 'none')) return [];
		const capex = kinds.includes('capex');
		const reported = capex ? compareCapex(book.records, projection, asOf) : null;
		const due = capex ? null : compare(book, askEverywhere(question, question.layers), asOf, projection);
		const came = due ? due.due_to_date_usd : reported!.reported_to === to ? reported!.reported_usd : null;
		const came_usd = came === null ? null : Math.round(came);
		const said_usd = targetOf(projection);
		const measure = capex ? 'payments_for_ppe' : 'due';
		const what = { kind: 'projection' as const, key: projection.slug, measure, from, to };
		const ratio = over(came_usd, said_usd);
		return [{ ...what, said_on: projection.published, said_usd, last_usd: null, came_usd, ratio }];
	});
}

/** Guidance and projections of periods that have ended, beside what came of them (MODEL section 4), in the order of these periods. */
export function checkedForecasts(book: Book, question: Question, asOf: Day): CheckedForecast[] {
	const all = [...checkedGuidance(book, asOf), ...checkedProjections(book, question, asOf)];
	return all.sort(
		(a, b) =>
			compareText(a.to, b.to) ||
			compareText(a.from, b.from) ||
			compareText(a.kind, b.kind) ||
			compareText(a.key, b.key) ||
			compareText(a.measure, b.measure)
	);
}
