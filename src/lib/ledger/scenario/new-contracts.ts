import type { Book } from '../book';
import type { Question } from '../question';
import { withSweep } from '../sweep';
import { dayNumber, type Day } from '$lib/records/day';
import { TRAILING_MONTHS } from './assumptions';
import { monthsBefore } from './delays';

/**
 * By how many dollars the counted total of a question rose in each of the months before `asOf`, the oldest first, as known at the
 * end of each; 0 where it fell: what becomes of a contract is drawn by itself.
 */
export function monthlyAdditions(book: Book, question: Question, asOf: Day): number[] {
	const ends = Array.from({ length: TRAILING_MONTHS + 1 }, (_, i) => monthsBefore(asOf, TRAILING_MONTHS - i));
	return withSweep(book, question, asOf, (sweep) => {
		const counted = ends.map((day) => sweep.advance(day).counted);
		return counted.slice(1).map((dollars, i) => Math.max(0, dollars - counted[i]!));
	});
}

/** The numbers of the last days of the months after `asOf` that end before a day. */
export function monthEndsUntil(last: Day, asOf: Day): number[] {
	const ends: number[] = [];
	for (let month = 1; ; month += 1) {
		const end = monthsBefore(asOf, -month);
		if (end >= last) return ends;
		ends.push(dayNumber(end));
	}
}

/** The middle of some terms in days, the lower one of two; undefined without any. */
export function medianTerm(terms: readonly number[]): number | undefined {
	return terms.toSorted((a, b) => a - b)[Math.ceil(terms.length / 2) - 1];
}
