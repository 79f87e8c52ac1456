import type { Book } from './book';
import { BY, CANCELLED, NEVER, type PieceEnds } from './columnar';
import { dayFromNumber, dayNumber, type Day } from '$lib/records/day';
import { paidBy, settleCancelled, type Cancelled, type PaidSteps } from './paid';
import type { Question } from './question';
import { Sweep } from './sweep';
import { Timing } from './timing';

/** Due(t): what the contracts known at one day mean for every day (MODEL section 4). Dollars, not yet rounded. */
export class DueCurve {
	/** What is due in the end, dollars: what awaits a completion that is not known never is. */
	readonly ceiling: number;
	/** When each deal falls due. */
	readonly timing: Timing;
	readonly #book: Book;
	readonly #sweep: Sweep;
	readonly #cancelled: Cancelled;

	/**
	 * `sweep` stands at the end of the day whose knowledge counts, and stays there while this is asked; `ends` are those under the
	 * assumed terms that are taken, those in force on that day unless others are given.
	 */
	constructor(book: Book, sweep: Sweep, ends?: PieceEnds) {
		this.#book = book;
		this.#sweep = sweep;
		this.timing = new Timing(book, sweep, ends);
		this.#cancelled = settleCancelled(book, sweep, this.timing);
		this.ceiling = this.#sums([NEVER - 1])[0]!;
	}

	/** What of a chosen live entry is spread, dollars: its contribution without what cancelled deals inside it had paid. */
	#toSpread(index: number): number {
		const contribution = this.#sweep.contribution(index);
		return contribution ? contribution - (this.#cancelled.taken?.[index] ?? 0) : 0;
	}

	/** What was paid of a chosen deal that is cancelled; undefined where nothing counts. */
	#paid(index: number): PaidSteps | undefined {
		const { steps } = this.#cancelled;
		if (steps.size === 0 || !this.#sweep.matches[index]) return undefined;
		const place = this.#sweep.place(index);
		return place >= 0 && this.#book.timeline.rank[place] === CANCELLED ? steps.get(index) : undefined;
	}

	/** All deals together at the ends of some days: every deal is looked up once, for all of them. */
	#sums(dayNos: number[]): Float64Array {
		const sums = new Float64Array(dayNos.length);
		for (let index = 0; index < this.#book.entries.length; index++) {
			const dollars = this.#toSpread(index);
			if (dollars === 0) {
				const paid = this.#paid(index);
				if (paid) for (let i = 0; i < dayNos.length; i++) sums[i]! += paidBy(paid, dayNos[i]!);
				continue;
			}
			const place = this.timing.place(index);
			const weight = this.timing.weight(place);
			for (let i = 0; i < dayNos.length; i++) sums[i]! += dollars * this.timing.elapsed(place, weight, dayNos[i]!);
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

	/** Due by the end of a day of one entry; 0 where it is not chosen, or neither contributes nor had paid anything. */
	of(index: number, day: Day): number {
		const dollars = this.#toSpread(index);
		if (dollars === 0) {
			const paid = this.#paid(index);
			return paid ? paidBy(paid, dayNumber(day)) : 0;
		}
		const place = this.timing.place(index);
		return dollars * this.timing.elapsed(place, this.timing.weight(place), dayNumber(day));
	}

	/** First and last day over which an entry is due, or was paid; null where nothing of it ever is, as far as is known. */
	span(index: number): { start: Day; end: Day; assumed: boolean } | null {
		if (this.#toSpread(index) === 0) {
			const paid = this.#paid(index);
			const first = paid ? paid.dollars.findIndex((dollars) => dollars > 0) : -1;
			if (!paid || first < 0) return null;
			return { start: dayFromNumber(paid.dayNos[first]!), end: dayFromNumber(paid.dayNos.at(-1)!), assumed: false };
		}
		if (this.timing.isAwaited(index)) return null;
		const { from, to } = this.timing.span(index);
		return { start: dayFromNumber(from), end: dayFromNumber(to), assumed: this.timing.by(index) === BY.assumed };
	}

	/**
	 * The first day, not before `from`, on which `base` dollars have been passed by `amount`; null where that never comes.
	 * What fractions of a cent the sums have lost does not put the day off.
	 */
	firstDayOf(amount: number, base: number, from: Day): Day | null {
		const enough = amount - this.ceiling * 1e-12;
		const reached = (dayNo: number): boolean => this.#sums([dayNo])[0]! - base >= enough;
		let low = dayNumber(from);
		let last = this.timing.lastDay(low);
		for (const { dayNos } of this.#cancelled.steps.values()) last = Math.max(last, dayNos.at(-1)!);
		if (!reached(last)) return null;
		while (low < last) {
			const middle = Math.floor((low + last) / 2);
			if (reached(middle)) last = middle;
			else low = middle + 1;
		}
		return dayFromNumber(low);
	}
}

/** Due(t) of a question as known at the end of a day. */
export function dueCurve(book: Book, question: Question, asOf: Day): DueCurve {
	return new DueCurve(book, new Sweep(book, question, asOf).advance(asOf));
}
