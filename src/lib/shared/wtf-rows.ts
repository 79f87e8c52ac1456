import type { Book } from '$lib/ledger/book';
import { addDays, dayFromNumber, dayNumber, stepEnds } from '$lib/records/day';
import { INDEX_DAYS, wtfIndex, type IndexReading } from '$lib/ledger/wtf-index';
import type { WtfLabel } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { deals, type DealRow } from './deal-rows';
import { namesOf, type Names } from './names';

/** The trailing WTF Index at the end of each step of a view. */
export function wtf(book: Book, view: View): IndexReading[] {
	return wtfIndex(book, view.question, view.as_of, stepEnds(view.from, view.to, view.step), view.weight);
}

/** The index at `as_of`, or, where no deal falls into its window, the last one there was; null where there never was one. */
export function lastReading(book: Book, view: View): IndexReading | null {
	const today = dayNumber(view.as_of);
	const first = book.columns.firstDay[0] ?? today + 1;
	const [now] = wtfIndex(book, view.question, view.as_of, [view.as_of], view.weight);
	if (now && now.deals > 0) return now;
	const days = Array.from({ length: Math.max(0, today - first + 1) }, (_, i) => dayFromNumber(first + i));
	return wtfIndex(book, view.question, view.as_of, days, view.weight).findLast((each) => each.deals > 0) ?? null;
}

/** The page of the index: its course, what stands at the day, the deals in the window, and all that have a reading. */
export interface WtfPage {
	rows: IndexReading[];
	/** The index at `as_of`, else the last one there was. */
	mood: IndexReading | null;
	/** The deals first announced in the window of `mood`, kept and read, the largest contribution first. */
	inside: DealRow[];
	/** How many deals carry each label, and how many none. */
	tally: Record<WtfLabel | 'NONE', number>;
	/** The strongest readings on either pole. */
	extremes: DealRow[];
	names: Names;
}

const EXTREMES = 8;

/** The answer of `/wtf`. */
export function wtfPage(book: Book, view: View): WtfPage {
	const mood = lastReading(book, view);
	const all = deals(book, { ...view, sort: '-contribution' });
	const since = mood && addDays(mood.date, 1 - INDEX_DAYS);
	const inside = all.filter(
		(row) => since && row.first_event >= since && row.first_event <= mood.date && row.label && row.contribution_usd
	);
	const tally: WtfPage['tally'] = { TERMINATOR: 0, IDIOCRACY: 0, WTF: 0, NEUTRAL: 0, NONE: 0 };
	for (const row of all) tally[row.label ?? 'NONE']++;
	const strength = (row: DealRow): number => Math.max(row.terminator ?? 0, row.idiocracy ?? 0);
	const extremes = [...all].sort((a, b) => strength(b) - strength(a)).slice(0, EXTREMES);
	return {
		rows: wtf(book, view),
		mood,
		inside,
		tally,
		extremes,
		names: namesOf(book, new Set([...inside, ...extremes].flatMap((row) => [...row.payers, ...row.payees])))
	};
}
