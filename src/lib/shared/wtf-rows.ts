import type { Book } from '$lib/ledger/book';
import { dayFromNumber, dayNumber, stepEnds, type Day } from '$lib/records/day';
import { wtfIndex, type IndexReading } from '$lib/ledger/wtf-index';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import type { View } from '$lib/view';

/** The WTF Index at the end of each step of a view. */
export function wtf(book: Book, view: View): IndexReading[] {
	return indexOver(book, view, stepEnds(view.from, view.to, view.step));
}

/** The WTF Index under a view at the ends of some rising days. */
export function indexOver(book: Book, { question, as_of, weight, window }: View, days: Day[]): IndexReading[] {
	return wtfIndex(book, question, as_of, days, weight, window);
}

/**
 * The view under which the mood stands on a page that is set against a projection: worldwide, unless the address names a scope. So
 * it reads the same there as on its own page.
 */
export function moodView(view: View): View {
	if (view.given.has('scope')) return view;
	return { ...view, question: { ...view.question, scope: DEFAULT_QUESTION.scope } };
}

/** The index at `as_of`, or, where too few deals fall into its window, the last one there was; null where there never was one. */
export function lastReading(book: Book, view: View): IndexReading | null {
	const today = dayNumber(view.as_of);
	const first = book.columns.firstDay[0] ?? today + 1;
	const [now] = indexOver(book, view, [view.as_of]);
	if (now?.label) return now;
	const days = Array.from({ length: Math.max(0, today - first + 1) }, (_, i) => dayFromNumber(first + i));
	return indexOver(book, view, days).findLast((each) => each.label !== null) ?? null;
}
