import type { Book } from './book';
import { addDays, dayNumber, type Day } from '$lib/records/day';
import type { Question } from './question';
import { dueCurve, type DueCurve } from './due';
import type { Projection } from '$lib/records';
import { targetOf, windowOf } from './window';

/** Set against a projection: dollars are not yet rounded; null where MODEL section 5 gives none. */
export interface Comparison {
	target_usd: number;
	due_to_date_usd: number;
	contracted_usd: number;
	path_to_date_usd: number;
	pace: number | null;
	cover: number | null;
	needed_per_year_usd: number | null;
	landing: Day | null;
}

function straightLine(target: number, window: { start: Day; end: Day }, day: Day): number {
	const start = dayNumber(window.start);
	const days = dayNumber(window.end) - start + 1;
	return target * (Math.min(Math.max(dayNumber(day) - start + 1, 0), days) / days);
}

/** The projected cumulative spend at the end of a day, dollars; 0 before the window opens, level after it closes. */
export function pathAt(projection: Projection, day: Day): number {
	const { path } = projection;
	const window = windowOf(projection);
	if (!path) return straightLine(targetOf(projection), window, day);
	const first = dayNumber(window.start);
	const last = Math.min(dayNumber(window.end), dayNumber(day));
	let sum = 0;
	for (const { year, amount } of path) {
		const from = dayNumber(`${year}-01-01`);
		const to = dayNumber(`${year}-12-31`);
		const inside = Math.min(last, to) - Math.max(first, from) + 1;
		sum += amount * (Math.max(inside, 0) / (to - from + 1));
	}
	return sum;
}

/** The straight band between the low and high ends of the target, dollars; null where the projection has a path of its own. */
export function bandAt(projection: Projection, day: Day): { low: number; high: number } | null {
	if (projection.path) return null;
	const window = windowOf(projection);
	return {
		low: straightLine(targetOf(projection, 'low'), window, day),
		high: straightLine(targetOf(projection, 'high'), window, day)
	};
}

/** Due inside a window by the end of a day, dollars; 0 before the window opens. */
function inWindow(due: DueCurve, window: { start: Day; end: Day }, day: Day): number {
	if (day < window.start) return 0;
	return due.total(day) - due.total(addDays(window.start, -1));
}

/** A question with its scope set to the projection's. */
export function withScopeOf(question: Question, projection: Projection): Question {
	return { ...question, scope: projection.scope };
}

/** Spend, contracts and pace against a projection as known at a day (MODEL section 5). */
export function compare(book: Book, question: Question, asOf: Day, projection: Projection): Comparison {
	const window = windowOf(projection);
	const due = dueCurve(book, withScopeOf(question, projection), asOf);
	const before = due.total(addDays(window.start, -1));
	const target = targetOf(projection);
	const spent = inWindow(due, window, asOf < window.end ? asOf : window.end);
	const contracted = due.total(window.end) - before;
	const path = pathAt(projection, asOf);
	const opened = asOf >= window.start;
	const since = opened ? asOf : addDays(window.start, -1);
	const daysLeft = dayNumber(window.end) - dayNumber(since);
	return {
		target_usd: target,
		due_to_date_usd: spent,
		contracted_usd: contracted,
		path_to_date_usd: path,
		pace: opened && path > 0 ? spent / path : null,
		cover: target > 0 ? contracted / target : null,
		needed_per_year_usd: daysLeft > 0 ? ((target - spent) / daysLeft) * 365.25 : null,
		landing: due.firstDayOf(target, before, window.start)
	};
}
