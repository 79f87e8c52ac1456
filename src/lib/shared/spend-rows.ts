import type { Book } from '$lib/ledger/book';
import { bandAt, pathAt, withScopeOf } from '$lib/ledger/compare';
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

function rowsAgainst(book: Book, view: View, projection: Projection, days: Day[]): Partial<SpendRow>[] {
	const due = dueCurve(book, withScopeOf(view.question, projection), view.as_of);
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
	const beside =
		projection && comparables(projection).includes('deals') ? rowsAgainst(book, view, projection, days) : [];
	return days.map((date, i) => ({
		date,
		headline_usd: headline[i]!,
		counted_usd: counted[i]!,
		due_usd: Math.round(due[i]!),
		...beside[i]
	}));
}

/** The ends of a view's steps, and `as_of` in its place among them where it ends none. */
export function spendDays({ from, to, step, as_of }: View): Day[] {
	const days = stepEnds(from, to, step);
	if (as_of < from || as_of > to) return days;
	const after = days.findIndex((day) => day >= as_of);
	return days[after] === as_of ? days : days.toSpliced(after, 0, as_of);
}

/** The three curves at the end of each step of a view, and at its `as_of`. */
export function spend(book: Book, view: View): SpendRow[] {
	return spendAt(book, view, spendDays(view));
}
