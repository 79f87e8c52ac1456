import { countsFrom, yearOf, type Day } from '$lib/records/day';
import type { Projection } from '$lib/records';
import { estimate } from '$lib/records/value';
import type { Comparable, Estimate } from '$lib/records/vocabularies';

/** What a projection says of itself: apart from the arithmetic, so that words and controls need not wait for it. */

/** What a projection may be set against: always a list. */
export function comparables(projection: Projection): Comparable[] {
	return Array.isArray(projection.comparable) ? projection.comparable : [projection.comparable];
}

/** The first and the last day of a projection's window; a partial date counts from the last day of its period. */
export function windowOf(projection: Projection): { start: Day; end: Day } {
	return { start: countsFrom(projection.window.start), end: countsFrom(projection.window.end) };
}

/** The projection's target in whole dollars, by default its own central one, whatever a question's estimate. */
export function targetOf(projection: Projection, which: Estimate = 'central'): number {
	return estimate(projection.target, which) ?? 0;
}

/** True where a projection states only the lower end of its target: "upwards of". */
export function floorOnly({ target: { low, central, high } }: Projection): boolean {
	return low !== undefined && central === undefined && high === undefined;
}

/** The calendar years that a projection's window touches, as its readers say them: `2026–27`, `2026`. */
export function windowYears(window: { start: Day; end: Day }): string {
	const [from, to] = [yearOf(window.start), yearOf(window.end)];
	if (from === to) return String(from);
	return Math.floor(from / 100) === Math.floor(to / 100) ? `${from}–${String(to).slice(2)}` : `${from}–${to}`;
}
