import type { Book } from './book';
import { dayNumber, type Day } from '$lib/records/day';
import type { Question } from './question';
import { withSweep, type Sweep } from './sweep';
import { wtfLabel } from './wtf';
import type { Weight, WtfLabel } from '$lib/records/vocabularies';

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
	const { firstDay, reading: readings, readingDay, terminator: left, idiocracy: right } = book.columns;
	let index = 0;
	for (let high = firstDay.length; index < high;) {
		const middle = (index + high) >>> 1;
		if (firstDay[middle]! < today - INDEX_DAYS + 1) index = middle + 1;
		else high = middle;
	}
	let total = 0;
	let terminator = 0;
	let idiocracy = 0;
	let deals = 0;
	for (; index < firstDay.length && firstDay[index]! <= today; index++) {
		const contribution = sweep.contribution(index);
		const share = weight === 'equal' && contribution !== null ? 1 : (contribution ?? 0);
		if (share === 0) continue;
		let reading = readings[index + 1]! - 1;
		while (reading >= readings[index]! && readingDay[reading]! > today) reading--;
		if (reading < readings[index]!) continue;
		total += share;
		terminator += share * left[reading]!;
		idiocracy += share * right[reading]!;
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
	return withSweep(book, question, asOf, (sweep) =>
		days.map((date) => {
			if (date <= asOf) return indexAt(book, sweep.advance(date), date, weight);
			return { date, terminator: null, idiocracy: null, lean: null, label: null, deals: 0 };
		})
	);
}
