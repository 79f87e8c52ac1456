import type { Book } from '$lib/ledger/book';
import { bandAt, pathAt, scopedTo } from '$lib/ledger/compare';
import { comparables, windowOf } from '$lib/ledger/window';
import { curves } from '$lib/ledger/curves';
import { addDays, stepEnds, type Day } from '$lib/records/day';
import { dueCurve } from '$lib/ledger/due';
import type { Projection } from '$lib/records';
import type { View } from '$lib/view';

/** One point of the three curves, whole dollars, with the projection where one is asked for (MODEL section 9). */
export interface SpendRow {
	date: Day;
	headline_usd: number | null;
	counted_usd: number | null;
	due_usd: number;
	in_window_usd?: number;
	path_usd?: number;
	path_low_usd?: number | null;
	path_high_usd?: number | null;
}

/** The projection that a view names, where it may be set against deals; undefined without one. */
export function projectionOf(book: Book, view: View): Projection | undefined {
	return book.records.projections.find((each) => each.slug === view.projection);
}

function against(book: Book, view: View, projection: Projection, days: Day[]): Partial<SpendRow>[] {
	const due = dueCurve(book, scopedTo(view.question, projection), view.as_of);
	const { start } = windowOf(projection);
	const before = due.total(addDays(start, -1));
	return days.map((day) => {
		const band = bandAt(projection, day);
		return {
			in_window_usd: day < start ? 0 : Math.round(due.total(day) - before),
			path_usd: Math.round(pathAt(projection, day)),
			path_low_usd: band && Math.round(band.low),
			path_high_usd: band && Math.round(band.high)
		};
	});
}

/** The three curves at the end of each of some rising days, and the view's projection beside them. */
export function spendAt(book: Book, view: View, days: Day[]): SpendRow[] {
	const { headline, counted, due } = curves(book, view.question, view.as_of, days);
	const projection = projectionOf(book, view);
	const beside = projection && comparables(projection).includes('deals') ? against(book, view, projection, days) : [];
	return days.map((date, i) => ({
		date,
		headline_usd: headline[i]!,
		counted_usd: counted[i]!,
		due_usd: Math.round(due[i]!),
		...beside[i]
	}));
}

/** The three curves at the end of each step of a view. */
export function spend(book: Book, view: View): SpendRow[] {
	return spendAt(book, view, stepEnds(view.from, view.to, view.step));
}
