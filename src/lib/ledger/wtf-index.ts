import type { Book } from './book';
import { dayNumber, type Day } from '$lib/records/day';
import type { Question } from './question';
import { withSweep, type Sweep } from './sweep';
import { ENOUGH_DEALS, wtfLabel } from './wtf';
import type { IndexWindow, Weight, WtfLabel } from '$lib/records/vocabularies';

/** Days that a reading may look back under `auto`, the day itself included: the first that holds enough deals (MODEL section 6). */
const WIDTHS = [90, 180, 365] as const;

/** The WTF Index at a day: weighted means of both poles, 0 to 10; null where too few deals fall into its window. */
export interface IndexReading {
	date: Day;
	terminator: number | null;
	idiocracy: number | null;
	lean: number | null;
	label: WtfLabel | null;
	/** Deals that were found in the window, enough or not. */
	deals: number;
	/** Days that it looks back, the day itself included. */
	window_days: number;
	/** As many deals of equal weight would say as much: (Σw)² ÷ Σw². */
	effective_deals: number | null;
}

const NONE = { terminator: null, idiocracy: null, lean: null, label: null, effective_deals: null };

/** The days that a reading of a window looks back, the narrowest first. */
function widthsOf(window: IndexWindow): readonly number[] {
	return window === 'auto' ? WIDTHS : [Number(window)];
}

/** The place of the first entry whose first event falls on a day or later. */
function placeOf({ firstDay }: Book['columns'], dayNo: number): number {
	let low = 0;
	for (let high = firstDay.length; low < high;) {
		const middle = (low + high) >>> 1;
		if (firstDay[middle]! < dayNo) low = middle + 1;
		else high = middle;
	}
	return low;
}

function indexAt(book: Book, sweep: Sweep, date: Day, weight: Weight, window: IndexWindow): IndexReading {
	const today = dayNumber(date);
	const { reading: readings, readingDay, terminator: left, idiocracy: right } = book.columns;
	let [total, squares, terminator, idiocracy, deals] = [0, 0, 0, 0, 0];
	const add = (index: number): void => {
		const contribution = sweep.contribution(index);
		const share = weight === 'equal' && contribution !== null ? 1 : (contribution ?? 0);
		if (share === 0) return;
		let reading = readings[index + 1]! - 1;
		while (reading >= readings[index]! && readingDay[reading]! > today) reading--;
		if (reading < readings[index]!) return;
		total += share;
		squares += share * share;
		terminator += share * left[reading]!;
		idiocracy += share * right[reading]!;
		deals++;
	};
	const widths = widthsOf(window);
	const needed = window === 'auto' ? ENOUGH_DEALS : 1;
	let past = placeOf(book.columns, today + 1);
	for (const width of widths) {
		const first = placeOf(book.columns, today - width + 1);
		for (let index = first; index < past; index++) add(index);
		past = first;
		if (deals < needed) continue;
		return {
			date,
			terminator: terminator / total,
			idiocracy: idiocracy / total,
			lean: (terminator - idiocracy) / total,
			label: wtfLabel(terminator, idiocracy, total),
			deals,
			window_days: width,
			effective_deals: (total / squares) * total
		};
	}
	return { date, ...NONE, deals, window_days: widths.at(-1)! };
}

/**
 * The WTF Index at the end of each of `days`, which must rise: over the deals kept that day whose first event falls into the
 * window and which have a reading. Under `auto` the window is the narrowest of 90, 180 and 365 days that holds five such deals;
 * where none does there is no value. Days after `asOf` have none either.
 */
export function wtfIndex(
	book: Book,
	question: Question,
	asOf: Day,
	days: Day[],
	weight: Weight,
	window: IndexWindow = 'auto'
): IndexReading[] {
	return withSweep(book, question, asOf, (sweep) =>
		days.map((date) => {
			if (date <= asOf) return indexAt(book, sweep.advance(date), date, weight, window);
			return { date, ...NONE, deals: 0, window_days: widthsOf(window).at(-1)! };
		})
	);
}
