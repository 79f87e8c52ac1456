import type { Book } from '$lib/ledger/book';
import { dayNumber, dayFromNumber, stepEnds } from '$lib/ledger/day';
import { wtfIndex, type IndexReading } from '$lib/ledger/mood';
import type { View } from '$lib/view';

/** The trailing WTF Index at the end of each step of a view. */
export function wtf(book: Book, view: View): IndexReading[] {
	return wtfIndex(book, view.question, view.as_of, stepEnds(view.from, view.to, view.step), view.weight);
}

/** The index at `as_of`, or, where no deal falls into its window, the last one there was; null where there never was one. */
export function lastReading(book: Book, view: View): IndexReading | null {
	const today = dayNumber(view.as_of);
	const first = book.byFirstDay.length > 0 ? book.entries[book.byFirstDay[0]!]!.states[0]!.dayNo : today + 1;
	const [now] = wtfIndex(book, view.question, view.as_of, [view.as_of], view.weight);
	if (now && now.deals > 0) return now;
	const days = Array.from({ length: Math.max(0, today - first + 1) }, (_, i) => dayFromNumber(first + i));
	return wtfIndex(book, view.question, view.as_of, days, view.weight).findLast((each) => each.deals > 0) ?? null;
}
