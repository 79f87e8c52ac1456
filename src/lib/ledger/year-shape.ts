import { paymentsOf, spentBetween } from './capex';
import { pathAt } from './compare';
import { windowOf } from './window';
import { addDays, dayNumber, yearOf, type Day } from '$lib/records/day';
import type { Projection, Records } from '$lib/records';

/** What part of a calendar year's payments fell in each of its quarters; the four add up to 1. */
export interface YearShape {
	year: number;
	quarters: readonly number[];
}

/** The first and the last day of each quarter, without the year. */
const QUARTERS = [
	['01-01', '03-31'],
	['04-01', '06-30'],
	['07-01', '09-30'],
	['10-01', '12-31']
] as const;

/**
 * How the `payments_for_ppe` of some companies fell on the quarters of a calendar year, as known at a day (MODEL section 5); null where
 * one of them has not reported all of that year, where nothing was paid in it, or where there is no company.
 */
export function yearShape(records: Records, companies: readonly string[], year: number, asOf: Day): YearShape | null {
	const whole = { start: `${year}-01-01`, end: `${year}-12-31` };
	const payments = companies.map((company) => paymentsOf(records, company, asOf, whole));
	if (!payments.every(({ to }) => to === whole.end)) return null;
	const paid = QUARTERS.map(([from, to]) =>
		payments.reduce((sum, { quarters }) => sum + spentBetween(quarters, `${year}-${from}`, `${year}-${to}`), 0)
	);
	const sum = paid.reduce((all, each) => all + each, 0);
	return sum > 0 ? { year, quarters: paid.map((each) => each / sum) } : null;
}

/** The part of a calendar year, by a shape, that lies between two of its days. */
function partBetween({ quarters }: YearShape, from: Day, to: Day): number {
	const year = yearOf(from);
	return QUARTERS.reduce((sum, [opens, closes], i) => {
		const [first, last] = [dayNumber(`${year}-${opens}`), dayNumber(`${year}-${closes}`)];
		const inside = Math.min(last, dayNumber(to)) - Math.max(first, dayNumber(from)) + 1;
		return sum + quarters[i]! * (Math.max(inside, 0) / (last - first + 1));
	}, 0);
}

/**
 * A projection's second path at the end of a day, dollars (MODEL section 5): what `pathAt` asks for in a calendar year of the window,
 * spread over its quarters as `shape` has it, straight by day in each. At the end of each year, and of the window, the two meet.
 */
export function shapedPathAt(projection: Projection, day: Day, shape: YearShape): number {
	const { start, end } = windowOf(projection);
	if (day < start) return 0;
	const until = day < end ? day : end;
	const year = yearOf(until);
	const opens = start > `${year}-01-01` ? start : `${year}-01-01`;
	const closes = end < `${year}-12-31` ? end : `${year}-12-31`;
	if (until === closes) return pathAt(projection, until);
	const before = pathAt(projection, addDays(opens, -1));
	const whole = partBetween(shape, opens, closes);
	if (whole === 0) return pathAt(projection, until);
	return before + (pathAt(projection, closes) - before) * (partBetween(shape, opens, until) / whole);
}
