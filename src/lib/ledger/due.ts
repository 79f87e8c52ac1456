import type { Book } from './book';
import { NEVER } from './columnar';
import { dayFromNumber, dayNumber, type Day } from '$lib/records/day';
import type { Question } from './question';
import { Sweep } from './sweep';

/** Due(t): what the contracts known at one day mean for every day (MODEL section 4). Dollars, not yet rounded. */
export class DueCurve {
	/** What is due in the end: C at `asOf` plus what cancelled deals had been credited with. Dollars. */
	readonly ceiling: number;
	readonly #book: Book;
	readonly #sweep: Sweep;

	/** `sweep` stands at the end of the day whose knowledge counts, and stays there while this is asked. */
	constructor(book: Book, sweep: Sweep) {
		this.#book = book;
		this.#sweep = sweep;
		this.ceiling = this.#sums([NEVER])[0]!;
	}

	/** The part of a deal in some state, by its place in the timeline, that has elapsed by the end of a day: 0 to 1, never falling. */
	#elapsed(place: number, weight: number, dayNo: number): number {
		const { begin, end, stop, pieces } = this.#book.timeline;
		const last = Math.min(dayNo, stop[place]!);
		let sum = 0;
		for (let piece = begin[place]!; piece < end[place]!; piece++) {
			const from = pieces.from[piece]!;
			const to = pieces.to[piece]!;
			if (last >= to) sum += pieces.amount[piece]!;
			else if (last >= from) sum += pieces.amount[piece]! * ((last - from + 1) / (to - from + 1));
		}
		return sum / weight;
	}

	/** What all pieces of a state weigh together. */
	#weight(place: number): number {
		const { begin, end, pieces } = this.#book.timeline;
		let sum = 0;
		for (let piece = begin[place]!; piece < end[place]!; piece++) sum += pieces.amount[piece]!;
		return sum;
	}

	/** All deals together at the ends of some days: every deal is looked up once, for all of them. */
	#sums(dayNos: number[]): Float64Array {
		const sums = new Float64Array(dayNos.length);
		for (let index = 0; index < this.#book.entries.length; index++) {
			const dollars = this.#sweep.toSpread(index);
			if (dollars === 0) continue;
			const place = this.#sweep.place(index);
			const weight = this.#weight(place);
			for (let i = 0; i < dayNos.length; i++) sums[i]! += dollars * this.#elapsed(place, weight, dayNos[i]!);
		}
		return sums;
	}

	/** Due by the end of each of some days, all deals together. */
	totals(days: Day[]): number[] {
		return [...this.#sums(days.map(dayNumber))];
	}

	/** Due by the end of a day, all deals together. */
	total(day: Day): number {
		return this.totals([day])[0]!;
	}

	/** Due by the end of a day of one entry; 0 where it contributes nothing. */
	of(index: number, day: Day): number {
		const dollars = this.#sweep.toSpread(index);
		if (dollars === 0) return 0;
		const place = this.#sweep.place(index);
		return dollars * this.#elapsed(place, this.#weight(place), dayNumber(day));
	}

	/** First and last day over which an entry is due; null where it contributes nothing. */
	span(index: number): { start: Day; end: Day; assumed: boolean } | null {
		if (this.#sweep.toSpread(index) === 0) return null;
		const { begin, end, stop, pieces } = this.#book.timeline;
		const place = this.#sweep.place(index);
		const [first, past] = [begin[place]!, end[place]!];
		const from = Math.min(...pieces.from.subarray(first, past));
		const to = Math.min(stop[place]!, Math.max(...pieces.to.subarray(first, past)));
		const assumed = pieces.assumed[first] === 1;
		return { start: dayFromNumber(from), end: dayFromNumber(Math.max(from, to)), assumed };
	}

	/**
	 * The first day, not before `from`, on which `base` dollars have been passed by `amount`; null where that never comes.
	 * What fractions of a cent the sums have lost does not put the day off.
	 */
	firstDayOf(amount: number, base: number, from: Day): Day | null {
		const enough = amount - this.ceiling * 1e-12;
		const reached = (dayNo: number): boolean => this.#sums([dayNo])[0]! - base >= enough;
		let low = dayNumber(from);
		let last = low;
		for (const to of this.#book.timeline.pieces.to) last = Math.max(last, to);
		if (!reached(last)) return null;
		while (low < last) {
			const middle = Math.floor((low + last) / 2);
			if (reached(middle)) last = middle;
			else low = middle + 1;
		}
		return dayFromNumber(low);
	}
}

/** The dueCurve of a question as known at the end of a day. */
export function dueCurve(book: Book, question: Question, asOf: Day): DueCurve {
	return new DueCurve(book, new Sweep(book, question, asOf).advance(asOf));
}
