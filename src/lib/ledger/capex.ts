import { compareText } from './book';
import { pathAt } from './compare';
import { targetOf } from './window';
import { addDays, dayNumber, type Day } from '$lib/records/day';
import { fourQuarters, knownFrom, knownQuarters, sumOf, type OfPeriod, type Quarter } from './figures';
import type { Capex, Guidance, Projection, Records } from '$lib/records';
import { estimate } from '$lib/records/value';
import { CAPEX_MEASURES, type CapexMeasure } from '$lib/records/vocabularies';

/** A quarter of capital spending as known at a day. */
export interface ReportedQuarter extends Quarter<Capex> {
	known_from: Day;
	/** This quarter and the three before it, whole dollars; null where one of them is missing. */
	trailing_usd: number | null;
}

/** The quarters of one company by one measure; two measures are never mixed. */
export interface CapexSeries {
	company: string;
	measure: CapexMeasure;
	quarters: ReportedQuarter[];
}

function seriesOf(records: Records, company: string, measure: CapexMeasure, asOf: Day): Quarter<Capex>[] {
	return knownQuarters(
		records.capex.filter((row) => row.company === company && row.measure === measure),
		asOf
	);
}

/** Every reported quarter known at a day, by company and measure, in the order of time, vintages kept. */
export function capexSeries(records: Records, asOf: Day): CapexSeries[] {
	const companies = [...new Set(records.capex.map((row) => row.company))].sort(compareText);
	return companies.flatMap((company) =>
		CAPEX_MEASURES.flatMap((measure) => {
			const quarters = seriesOf(records, company, measure, asOf);
			if (quarters.length === 0) return [];
			const withTrailing = quarters.map((quarter, place): ReportedQuarter => {
				const four = fourQuarters(quarters, place);
				return { ...quarter, known_from: knownFrom(quarter.standing), trailing_usd: four && sumOf(four) };
			});
			return [{ company, measure, quarters: withTrailing }];
		})
	);
}

interface Window {
	start: Day;
	end: Day;
}

/** The last day, up to which quarters without a gap cover a window from its first day on; null where they do not begin. */
function coveredTo(quarters: OfPeriod<Capex>[], { start, end }: Window): Day | null {
	let covered: Day | null = null;
	for (const { period_start, period_end } of quarters) {
		const next = covered === null ? start : addDays(covered, 1);
		if (period_start <= next && period_end >= next) covered = period_end;
	}
	return covered !== null && covered > end ? end : covered;
}

/** Spent from one day to another, straight by calendar day within each quarter, dollars. */
export function spentBetween(quarters: OfPeriod<Capex>[], from: Day, to: Day): number {
	let sum = 0;
	for (const { period_start, period_end, amount_usd } of quarters) {
		const [start, end] = [dayNumber(period_start), dayNumber(period_end)];
		const inside = Math.min(end, dayNumber(to)) - Math.max(start, dayNumber(from)) + 1;
		sum += amount_usd * (Math.max(inside, 0) / (end - start + 1));
	}
	return sum;
}

/** The quarters in which one company reported what it paid, and the last day of a window up to which they cover it. */
interface Payments {
	quarters: OfPeriod<Capex>[];
	to: Day | null;
}

/** What one company paid for plant and equipment by quarter as known at a day, and how far that covers a window. */
export function paymentsOf(records: Records, company: string, asOf: Day, window: Window): Payments {
	const quarters = seriesOf(records, company, 'payments_for_ppe', asOf).map((quarter) => quarter.standing);
	return { quarters, to: coveredTo(quarters, window) };
}

/**
 * What one company paid for plant and equipment between two days, straight by calendar day within each of its quarters, dollars,
 * not rounded; null where a day of it is not reported yet.
 */
export function reportedBetween(records: Records, company: string, asOf: Day, window: Window): number | null {
	const { quarters, to } = paymentsOf(records, company, asOf, window);
	return to === window.end ? spentBetween(quarters, window.start, window.end) : null;
}

/** Reported capital spending set against a projection that is comparable with it; dollars are not yet rounded. */
export interface CapexComparison {
	target_usd: number;
	/** The last day up to which all companies have reported, inside the window; null before the first such day. */
	reported_to: Day | null;
	/** From the window's first day to `reported_to`. */
	reported_usd: number;
	/** The projection's path at `reported_to`, so that both cover the same days. */
	path_usd: number;
	/** `reported_usd` over `path_usd`; null before anything is reported. */
	pace: number | null;
	companies: { company: string; reported_to: Day | null; reported_usd: number }[];
}

function paymentsFor(records: Records, projection: Projection, asOf: Day): ({ company: string } & Payments)[] {
	return [...(projection.companies ?? [])].sort(compareText).map((company) => ({
		company,
		...paymentsOf(records, company, asOf, projection.window)
	}));
}

/** The earliest of the companies' last days; null where one has none, or there is no company. */
function commonEnd(ends: (Day | null)[]): Day | null {
	let common: Day | null = null;
	for (const end of ends) {
		if (end === null) return null;
		if (common === null || end < common) common = end;
	}
	return common;
}

/**
 * The cumulative `payments_for_ppe` of a projection's companies inside its window, as known at a day (MODEL section 5). A
 * quarter that the window cuts counts by calendar day. Days past the last report are not guessed: the comparison ends on
 * the last day that all of them cover.
 */
export function compareCapex(records: Records, projection: Projection, asOf: Day): CapexComparison {
	const { window } = projection;
	const companies = paymentsFor(records, projection, asOf).map((each) => {
		return { ...each, spent: each.to === null ? 0 : spentBetween(each.quarters, window.start, each.to) };
	});
	const reportedTo = commonEnd(companies.map(({ to }) => to));
	const reported = reportedTo
		? companies.reduce((sum, { quarters }) => sum + spentBetween(quarters, window.start, reportedTo), 0)
		: 0;
	const path = reportedTo ? pathAt(projection, reportedTo) : 0;
	return {
		target_usd: targetOf(projection),
		reported_to: reportedTo,
		reported_usd: reported,
		path_usd: path,
		pace: path > 0 ? reported / path : null,
		companies: companies.map(({ company, to, spent }) => ({ company, reported_to: to, reported_usd: spent }))
	};
}

/**
 * The same as a curve: cumulative dollars at the end of each of `days`, 0 before the window opens, level after it closes, null
 * past the last day that all companies have reported.
 */
export function capexCurve(records: Records, projection: Projection, asOf: Day, days: Day[]): (number | null)[] {
	const { window } = projection;
	const companies = paymentsFor(records, projection, asOf);
	const reportedTo = commonEnd(companies.map(({ to }) => to));
	return days.map((day) => {
		if (day < window.start) return 0;
		const until = day < window.end ? day : window.end;
		if (reportedTo === null || until > reportedTo) return null;
		return companies.reduce((sum, { quarters }) => sum + spentBetween(quarters, window.start, until), 0);
	});
}

/** What a statement of guidance did to the one before it; `no_amount` where it names none. */
export type GuidanceMove = 'first' | 'raised' | 'cut' | 'changed' | 'kept' | 'no_amount';

export interface GuidanceStatement {
	row: Guidance;
	/** One number for the statement, as MODEL section 3 makes one of a value, whole dollars; null where it names none. */
	middle_usd: number | null;
	move: GuidanceMove;
	/** Against the last statement that named an amount, whole dollars. */
	change_usd: number | null;
}

/** What a company said of one period by one measure, in the order in which it said it. */
export interface GuidanceHistory {
	company: string;
	measure: string;
	period_start: Day;
	period_end: Day;
	statements: GuidanceStatement[];
	/** What was reported for the period in the end by the same measure, dollars; null while a quarter of it is missing. */
	reported_usd: number | null;
}

function middleOf({ low_usd, high_usd }: Guidance): number | null {
	return estimate({ low: low_usd ?? undefined, high: high_usd ?? undefined }, 'central');
}

function statementsOf(rows: Guidance[]): GuidanceStatement[] {
	let before: { row: Guidance; middle: number } | undefined;
	return rows.map((row) => {
		const middle = middleOf(row);
		if (middle === null) return { row, middle_usd: null, move: 'no_amount', change_usd: null };
		const previous = before;
		before = { row, middle };
		if (!previous) return { row, middle_usd: middle, move: 'first', change_usd: null };
		const change = middle - previous.middle;
		const same = row.low_usd === previous.row.low_usd && row.high_usd === previous.row.high_usd;
		const move = change > 0 ? 'raised' : change < 0 ? 'cut' : same ? 'kept' : 'changed';
		return { row, middle_usd: middle, move, change_usd: change };
	});
}

function reportedFor(records: Records, first: Guidance, asOf: Day): number | null {
	const measure = CAPEX_MEASURES.find((each) => each === first.measure);
	if (!measure) return null;
	const quarters = seriesOf(records, first.company, measure, asOf).map((quarter) => quarter.standing);
	const period = { start: first.period_start, end: first.period_end };
	return coveredTo(quarters, period) === period.end ? spentBetween(quarters, period.start, period.end) : null;
}

/** Guidance as given and as it changed, known at a day, by company, period and measure; measures are never mixed. */
export function guidanceHistory(records: Records, asOf: Day): GuidanceHistory[] {
	const groups = new Map<string, Guidance[]>();
	for (const row of records.guidance) {
		if (knownFrom(row) > asOf) continue;
		const key = `${row.company}|${row.period_start}|${row.period_end}|${row.measure}`;
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return [...groups.keys()].sort(compareText).map((key) => {
		const rows = groups.get(key)!.sort((a, b) => compareText(a.given_on, b.given_on));
		const { company, measure, period_start, period_end } = rows[0]!;
		const reported_usd = reportedFor(records, rows[0]!, asOf);
		return { company, measure, period_start, period_end, statements: statementsOf(rows), reported_usd };
	});
}
