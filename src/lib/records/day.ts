import type { Step } from './vocabularies';

/**
 * Calendar days in UTC. A day is a `YYYY-MM-DD` string wherever it is stored, shown or compared; the ledger's arithmetic
 * uses its number, the days since 1970-01-01. The only module of the ledger that touches `Date`.
 */
export type Day = string;

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days since 1970-01-01 of a calendar date; month 1 to 12. A day past the month's end runs on into the next month. */
function numberOf(year: number, month: number, day: number): number {
	return Date.UTC(year, month - 1, day) / DAY_MS;
}

function daysInMonth(year: number, month: number): number {
	return numberOf(year, month + 1, 1) - numberOf(year, month, 1);
}

/** True for a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
	return text.length === 10 && isDate(text);
}

/** True for a real day, month or year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, from year 1000. */
export function isDate(text: string): boolean {
	const match = DATE.exec(text);
	if (!match || Number(match[1]) < 1000) return false;
	const month = Number(match[2] ?? 1);
	if (month < 1 || month > 12) return false;
	const day = Number(match[3] ?? 1);
	return day >= 1 && day <= daysInMonth(Number(match[1]), month);
}

/** The day a date counts from: itself, or the last day of its month or year where it is partial (MODEL section 2). */
export function countsFrom(date: string): Day {
	if (date.length === 10) return date;
	if (date.length === 4) return `${date}-12-31`;
	return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))).padStart(2, '0')}`;
}

/** The number that stands at a place of a day: digits, as every day is written. */
function digits(day: Day, from: number, to: number): number {
	let number = 0;
	for (let at = from; at < to; at++) number = number * 10 + day.charCodeAt(at) - 48;
	return number;
}

/** The number of a day: days since 1970-01-01, negative before it. */
export function dayNumber(day: Day): number {
	return numberOf(digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10));
}

/** Each day is written once: a large ledger asks for the same few thousand days a million times. */
const written = new Map<number, Day>();

/** The day of a number, the inverse of `dayNumber`. */
export function dayFromNumber(number: number): Day {
	let day = written.get(number);
	if (day === undefined) {
		day = new Date(number * DAY_MS).toISOString().slice(0, 10);
		written.set(number, day);
	}
	return day;
}

/** The day `count` days after (before, where negative) a day. */
export function addDays(day: Day, count: number): Day {
	return dayFromNumber(dayNumber(day) + count);
}

/** The number of the same date `months` later; where that month is shorter, its last day (MODEL section 4, terms in years). */
export function monthsLater(day: Day, months: number): number {
	const index = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + months;
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	return numberOf(year, month, Math.min(digits(day, 8, 10), daysInMonth(year, month)));
}

/** The same date `months` later, as `monthsLater`. */
export function addMonths(day: Day, months: number): Day {
	return dayFromNumber(monthsLater(day, months));
}

const MONTHS: Record<Exclude<Step, 'day'>, number> = { month: 1, quarter: 3, year: 12 };

/**
 * The last day of each step from the one that holds `from` to the one that holds `to`; a last step that `to` cuts short ends
 * on `to` (MODEL section 9). Empty where `from` lies after `to`.
 */
export function stepEnds(from: Day, to: Day, step: Step): Day[] {
	const ends: Day[] = [];
	if (from > to) return ends;
	if (step === 'day') {
		for (let number = dayNumber(from), last = dayNumber(to); number <= last; number++) ends.push(dayFromNumber(number));
		return ends;
	}
	const length = MONTHS[step];
	const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
	for (let next = Math.floor(month / length) * length + length; ; next += length) {
		const end = dayFromNumber(numberOf(Math.floor(next / 12), (next % 12) + 1, 1) - 1);
		if (end >= to) {
			ends.push(to);
			return ends;
		}
		ends.push(end);
	}
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
	return Number(day.slice(0, 4));
}
