import type { Book } from './book';
import type { Day } from '$lib/records/day';
import type { Question } from './question';
import { DueCurve } from './due';
import { withSweep } from './sweep';

/** The three curves at some days, in dollars; headline and counted are whole, and null after the day of knowledge. */
export interface Curves {
	headline: (number | null)[];
	counted: (number | null)[];
	due: number[];
}

/** Headline, counted and due (MODEL section 4) at the end of each of `days`, which must rise. */
export function curves(book: Book, question: Question, asOf: Day, days: Day[]): Curves {
	return withSweep(book, question, asOf, (sweep) => {
		const headline: (number | null)[] = [];
		const counted: (number | null)[] = [];
		for (const day of days) {
			if (day <= asOf) sweep.advance(day);
			headline.push(day <= asOf ? sweep.headline : null);
			counted.push(day <= asOf ? sweep.counted : null);
		}
		return { headline, counted, due: new DueCurve(book, sweep.advance(asOf)).totals(days) };
	});
}
