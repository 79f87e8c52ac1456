import { addDays, dayNumber, yearOf, type Day } from '$lib/records/day';
import type { Fact } from './facts';

/** 52/53-week years end within a week of their nominal day. */
const DRIFT = 7;
const QUARTER_DAYS = 365.25 / 4;

/** Days of a period, both ends included. */
export function daysOf(start: Day, end: Day): number {
	return dayNumber(end) - dayNumber(start) + 1;
}

/** How many quarters a period of that many days holds: 80–100, 170–190, 260–285, 350–380 days; null for any other length. */
export function quartersIn(days: number): 1 | 2 | 3 | 4 | null {
	if (days >= 80 && days <= 100) return 1;
	if (days >= 170 && days <= 190) return 2;
	if (days >= 260 && days <= 285) return 3;
	return days >= 350 && days <= 380 ? 4 : null;
}

/** A quarter in the company's own count; the year is the one in which the fiscal year ends. */
export interface FiscalQuarter {
	year: number;
	quarter: number;
}

/** The days of a company's fiscal years. Real dates are kept: the calendar only tells which quarter a period is. */
export interface FiscalCalendar {
	/** True for the first day of a fiscal year, within a week. */
	startsYear(day: Day): boolean;
	/** The quarter that ends on a day; null where no fiscal quarter ends near it. */
	quarterEnding(day: Day): FiscalQuarter | null;
}

/** The calendar of years that end near `MM-DD`. */
export function calendarOf(yearEnd: string): FiscalCalendar {
	// 29 February is no day of most years.
	const monthDay = yearEnd === '02-29' ? '02-28' : yearEnd;
	const endOf = (year: number) => dayNumber(`${year}-${monthDay}`);
	return {
		startsYear(day) {
			const eve = addDays(day, -1);
			return [-1, 0, 1].some((step) => Math.abs(endOf(yearOf(eve) + step) - dayNumber(eve)) <= DRIFT);
		},
		quarterEnding(day) {
			const number = dayNumber(day);
			const year = endOf(yearOf(day)) + DRIFT >= number ? yearOf(day) : yearOf(day) + 1;
			const before = endOf(year) - number;
			const left = Math.round(before / QUARTER_DAYS);
			if (Math.abs(before - left * QUARTER_DAYS) > 2 * DRIFT) return null;
			// A few days into January belong to the year that ended in December.
			return left > 3 ? { year: year - 1, quarter: 4 } : { year, quarter: 4 - left };
		}
	};
}

const ANNUAL_FORM = /^(?:10-K|20-F|40-F)/;

/** True for annual reports, amended ones too. */
export function isAnnualReport(form: string): boolean {
	return ANNUAL_FORM.test(form);
}

/** The end of the year as the company's latest annual report has it, as `MM-DD`; null without one. */
export function yearEndFrom(facts: Iterable<Fact>): string | null {
	let latest: Day | null = null;
	for (const { start, end, form } of facts) {
		if (start && isAnnualReport(form) && quartersIn(daysOf(start, end)) === 4 && (!latest || end > latest))
			latest = end;
	}
	return latest?.slice(5) ?? null;
}

/** `FY2025Q3`. */
export function labelOf({ year, quarter }: FiscalQuarter): string {
	return `FY${year}Q${quarter}`;
}
