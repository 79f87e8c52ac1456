import type { Book } from './book';
import { BY, CANCELLED, endsAt, NEVER, type PieceEnds } from './columnar';
import type { Sweep } from './sweep';

/**
 * When the deals of a book fall due, as known at the day on which a sweep stands (MODEL section 4). No question and no filter
 * moves a date: which deals are kept does not matter here.
 */
export class Timing {
	readonly #book: Book;
	readonly #sweep: Sweep;
	readonly #ramp: boolean;
	/** The last days of all pieces under the assumed terms in force. */
	readonly #to: Int32Array;

	/** `ends` are those under the assumed terms that are taken: those in force on the day on which the sweep stands. */
	constructor(book: Book, sweep: Sweep, ends: PieceEnds = endsAt(book.timeline, sweep.dayNo)) {
		this.#book = book;
		this.#sweep = sweep;
		this.#ramp = sweep.question.shape === 'ramp';
		this.#to = ends.to;
	}

	/** The place in the timeline of the state that says when an entry falls due: its own, or that of the container it falls due with. */
	place(index: number): number {
		const { withContainer } = this.#book.columns;
		let at = index;
		while (withContainer[at]) {
			const above = this.#liveAncestor(at);
			if (above < 0) break;
			at = above;
		}
		return this.#sweep.place(at);
	}

	/** What says when a live deal falls due, one of BY; null of a deal that is cancelled or not known. */
	by(index: number): number | null {
		if (!this.#isLive(index)) return null;
		const { begin, pieces } = this.#book.timeline;
		return pieces.by[begin[this.place(index)]!]!;
	}

	/** Whether a live deal falls due when it is completed, which is not known to have happened. */
	isAwaited(index: number): boolean {
		if (this.by(index) !== BY.completion) return false;
		const { begin, pieces } = this.#book.timeline;
		return pieces.from[begin[this.place(index)]!] === NEVER;
	}

	/** The first and last day on which a live deal that is not awaited falls due, by their numbers. */
	span(index: number): { from: number; to: number } {
		const { begin, end, pieces } = this.#book.timeline;
		const place = this.place(index);
		let [from, to] = [NEVER, -NEVER];
		for (let piece = begin[place]!; piece < end[place]!; piece++) {
			from = Math.min(from, pieces.from[piece]!);
			to = Math.max(to, this.#to[piece]!);
		}
		return { from, to };
	}

	/** The number of the last day on which anything falls due, as far as is known, or of `since` where that is later. */
	lastDay(since: number): number {
		let last = since;
		for (const to of this.#to) if (to !== NEVER) last = Math.max(last, to);
		return last;
	}

	/** What all pieces of a state weigh together, by its place in the timeline. */
	weight(place: number): number {
		const { begin, end, pieces } = this.#book.timeline;
		let sum = 0;
		for (let piece = begin[place]!; piece < end[place]!; piece++) sum += pieces.amount[piece]!;
		return sum;
	}

	/** The part of a deal that is due by the end of a day, 0 to 1, never falling; `place` and `weight` as above. */
	elapsed(place: number, weight: number, dayNo: number): number {
		const { begin, end, pieces } = this.#book.timeline;
		let sum = 0;
		for (let piece = begin[place]!; piece < end[place]!; piece++) {
			const from = pieces.from[piece]!;
			const to = this.#to[piece]!;
			if (dayNo >= to) sum += pieces.amount[piece]!;
			else if (dayNo >= from) sum += pieces.amount[piece]! * ((dayNo - from + 1) / (to - from + 1));
		}
		const share = sum / weight;
		return this.#ramp && pieces.by[begin[place]!] !== BY.schedule ? share * share : share;
	}

	#isLive(index: number): boolean {
		const place = this.#sweep.place(index);
		return place >= 0 && this.#book.timeline.rank[place] !== CANCELLED;
	}

	#liveAncestor(index: number): number {
		const { parent } = this.#book.columns;
		let above = parent[index]!;
		while (above >= 0 && !this.#isLive(above)) above = parent[above]!;
		return above;
	}
}
