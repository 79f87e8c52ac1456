import type { Book } from '$lib/ledger/book';
import { boundsAt, type Bounds } from '$lib/records/bounds';
import type { Day } from '$lib/records/day';
import { pastReading, unitOf, type PastReading } from '$lib/readings';
import type { Unit } from '$lib/readings/units';
import type { Indicator } from '$lib/records';

type Shown = Pick<PastReading, 'value' | 'status'>;

/** A reading that is another after a change. Null: it is not defined before, or no longer after. */
export interface MovedReading extends Pick<Indicator, 'slug' | 'name'>, Pick<Bounds, 'green' | 'amber'> {
	unit: Unit;
	before: Shown | null;
	after: Shown | null;
}

/** The readings that differ between two states of the ledger, both as known at a day, in the order of the later one. */
export function movedReadings(before: Book, after: Book, day: Day): MovedReading[] {
	const read = (book: Book, slug: string): Shown | null => {
		const indicator = book.records.indicators.find((each) => each.slug === slug);
		if (!indicator) return null;
		const { value, status } = pastReading(book, indicator, day);
		return { value, status };
	};
	const all = new Map([...before.records.indicators, ...after.records.indicators].map((each) => [each.slug, each]));
	return [...all.values()].flatMap((indicator) => {
		const { slug, name } = indicator;
		const { green, amber } = boundsAt(indicator, day);
		const moved = {
			slug,
			name,
			unit: unitOf(slug),
			green,
			amber,
			before: read(before, slug),
			after: read(after, slug)
		};
		const same = moved.before?.value === moved.after?.value && moved.before?.status === moved.after?.status;
		return same ? [] : [moved];
	});
}
