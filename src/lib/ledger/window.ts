import { countsFrom, yearOf, type Day } from '$lib/records/day';
import type { Projection } from '$lib/records';
import { estimate } from '$lib/records/value';
import type { Comparable, Estimate } from '$lib/records/vocabularies';

/** What a projection says of itself: apart from the arithmetic, so that words and controls need not wait for it. */

/** What a projection may be set against: always a list. */
export function comparables(projection: Projection): Comparable[] {
	return Array.isArray(projection.comparable) ? projection.comparable : [projection.comparable];
}

/** The projections that deals may be set against. */
export function againstDeals(projections: readonly Projection[]): Projection[] {
	return projections.filter((each) => comparables(each).includes('deals'));
}

/** The first and the last day of a projection's window; a partial date counts from the last day of its period. */
export function windowOf(projection: Projection): { start: Day; end: Day } {
	return { start: countsFrom(projection.window.start), end: countsFrom(projection.window.end) };
}

/** What decides whether a projection is known, and which one a page is set against. */
type Published = Pick<Projection, 'slug' | 'published' | 'window' | 'featured'>;

/** True where a projection was published by a day; a partial date counts from the last day of its period. */
export function isKnown({ published }: Pick<Published, 'published'>, day: Day): boolean {
	return countsFrom(published) <= day;
}

/**
 * The projection that a page is set against where its address names none, of those comparable with deals: the featured one
 * once it is known, else the latest published one that is known and whose window has not closed, of two the first by slug.
 */
export function defaultProjection<P extends Published>(projections: readonly P[], asOf: Day): P | undefined {
	const known = projections.filter((each) => isKnown(each, asOf));
	const featured = known.find((each) => each.featured);
	if (featured) return featured;
	const open = known.filter(({ window }) => countsFrom(window.end) >= asOf);
	const later = (a: P, b: P) => {
		const [one, other] = [countsFrom(a.published), countsFrom(b.published)];
		return one === other ? a.slug < b.slug : one > other;
	};
	return open.reduce<P | undefined>((best, each) => (best && !later(each, best) ? best : each), undefined);
}

/** The projection's target in whole dollars, by default its own central one, whatever a question's estimate. */
export function targetOf(projection: Projection, which: Estimate = 'central'): number {
	return estimate(projection.target, which) ?? 0;
}

/** True where a projection states only the lower end of its target: "upwards of". */
export function hasOnlyFloor({ target: { low, central, high } }: Projection): boolean {
	return low !== undefined && central === undefined && high === undefined;
}

/** The calendar years that a projection's window touches, as its readers say them: `2026–27`, `2026`. */
export function windowYears(window: { start: Day; end: Day }): string {
	const [from, to] = [yearOf(window.start), yearOf(window.end)];
	if (from === to) return String(from);
	return Math.floor(from / 100) === Math.floor(to / 100) ? `${from}–${String(to).slice(2)}` : `${from}–${to}`;
}
