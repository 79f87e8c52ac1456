import type { Book } from '$lib/ledger/book';
import { addDays, dayFromNumber, dayNumber, stepEnds, type Day } from '$lib/records/day';
import { wtfIndex, type IndexReading } from '$lib/ledger/wtf-index';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import type { WtfLabel } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { deals, type DealRow } from './deal-rows';
import { namesOf, type Names } from './names';

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
	const since = mood && addDays(mood.date, 1 - mood.window_days);
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
