import { readingAt, type Book } from './book';
import { dayNumber, type Day } from './day';
import type { Question } from './question';
import { Sweep } from './sweep';
import { wtfLabel } from './wtf';
import type { Weight, WtfLabel } from './words';

/** Days that the index looks back, the day itself included (MODEL section 6). */
export const INDEX_DAYS = 90;

/** The WTF Index at a day: weighted means of both poles, 0 to 10; all null where no deal falls into the window. */
export interface IndexReading {
	date: Day;
	terminator: number | null;
	idiocracy: number | null;
	lean: number | null;
	label: WtfLabel | null;
	deals: number;
}

function indexAt(book: Book, sweep: Sweep, date: Day, weight: Weight): IndexReading {
	const today = dayNumber(date);
	const { byFirstDay, firstDays, entries } = book;
	let place = 0;
	for (let high = byFirstDay.length; place < high;) {
		const middle = (place + high) >>> 1;
		if (firstDays[middle]! < today - INDEX_DAYS + 1) place = middle + 1;
		else high = middle;
	}
	let total = 0;
	let terminator = 0;
	let idiocracy = 0;
	let deals = 0;
	for (; place < byFirstDay.length && firstDays[place]! <= today; place++) {
		const index = byFirstDay[place]!;
		const contribution = sweep.contribution(index);
		const share = weight === 'equal' && contribution !== null ? 1 : (contribution ?? 0);
		const reading = share > 0 ? readingAt(entries[index]!, today) : undefined;
		if (!reading) continue;
		total += share;
		terminator += share * reading.terminator;
		idiocracy += share * reading.idiocracy;
		deals++;
	}
	if (total === 0) return { date, terminator: null, idiocracy: null, lean: null, label: null, deals: 0 };
	return {
		date,
		terminator: terminator / total,
		idiocracy: idiocracy / total,
		lean: (terminator - idiocracy) / total,
		label: wtfLabel(terminator, idiocracy, total),
		deals
	};
}

/**
 * The trailing 90-day WTF Index at the end of each of `days`, which must rise: over the deals kept that day whose first event
 * falls into the window and which have a reading. Days after `asOf` have no value.
 */
export function wtfIndex(book: Book, question: Question, asOf: Day, days: Day[], weight: Weight): IndexReading[] {
	const sweep = new Sweep(book, question, asOf);
	return days.map((date) => {
		if (date <= asOf) return indexAt(book, sweep.advance(date), date, weight);
		return { date, terminator: null, idiocracy: null, lean: null, label: null, deals: 0 };
	});
}
