import { assumedTerm, termDays, type Book, type Entry, type State } from './book';
import { countsFrom, dayFromNumber, dayNumber, type Day } from './day';
import type { Question } from './question';
import { Sweep } from './sweep';

/** One deal's contribution and the days over which it is recognised. */
interface Stream {
	/** Whole dollars. */
	contribution: number;
	/** Straight pieces by the numbers of their first and last days, and their weights. */
	pieces: { from: number; to: number; amount: number }[];
	/** The last day on which anything is recognised: the day before a cancellation, else no bound. */
	stop: number;
	/** No term is known: the one of its layer is taken. */
	assumed: boolean;
}

function piecesOf(entry: Entry, state: State): Pick<Stream, 'pieces' | 'assumed'> {
	if (state.schedule) {
		const pieces = state.schedule.map((piece) => ({
			from: dayNumber(countsFrom(piece.from)),
			to: dayNumber(countsFrom(piece.to)),
			amount: piece.amount
		}));
		return { pieces, assumed: false };
	}
	const { start, end } = state.term ? termDays(state.term) : assumedTerm(entry);
	return { pieces: [{ from: dayNumber(start), to: dayNumber(end), amount: 1 }], assumed: !state.term };
}

/** R: what the contracts known at one day mean for every day (MODEL section 4). Dollars, not yet rounded. */
export class Recogniser {
	/** What the streams come to in the end: C at `asOf` plus what cancelled deals had been credited with. Dollars. */
	readonly ceiling: number;
	/** Each entry's stream; -1 where it contributes nothing. */
	readonly #streamOf: Int32Array;
	// The streams, a column each: every day of a curve runs through all of them.
	readonly #contribution: number[] = [];
	readonly #stop: number[] = [];
	readonly #assumed: boolean[] = [];
	readonly #weight: number[] = [];
	/** Where each stream's pieces begin; one more, where the last ones end. */
	readonly #begin: number[] = [0];
	readonly #from: number[] = [];
	readonly #to: number[] = [];
	readonly #amount: number[] = [];

	/** `sweep` stands at the end of the day whose knowledge counts. */
	constructor(book: Book, sweep: Sweep) {
		this.#streamOf = new Int32Array(book.entries.length).fill(-1);
		for (const entry of book.entries) {
			const stream = streamOf(entry, sweep);
			if (stream) this.#streamOf[entry.index] = this.#add(stream);
		}
		this.ceiling = this.#sum(Infinity);
	}

	#add({ contribution, pieces, stop, assumed }: Stream): number {
		let weight = 0;
		for (const { from, to, amount } of pieces) {
			this.#from.push(from);
			this.#to.push(to);
			this.#amount.push(amount);
			weight += amount;
		}
		this.#begin.push(this.#from.length);
		this.#weight.push(weight);
		this.#contribution.push(contribution);
		this.#assumed.push(assumed);
		return this.#stop.push(stop) - 1;
	}

	/** The part of a stream that has elapsed by the end of a day, 0 to 1; never falls from one day to the next. */
	#elapsed(stream: number, dayNo: number): number {
		const past = Math.min(dayNo, this.#stop[stream]!) + 1;
		const end = this.#begin[stream + 1]!;
		let sum = 0;
		for (let piece = this.#begin[stream]!; piece < end; piece++) {
			const from = this.#from[piece]!;
			const to = this.#to[piece]!;
			if (past > to) sum += this.#amount[piece]!;
			else if (past > from) sum += this.#amount[piece]! * ((past - from) / (to - from + 1));
		}
		return sum / this.#weight[stream]!;
	}

	#sum(dayNo: number): number {
		let sum = 0;
		for (let i = 0; i < this.#contribution.length; i++) sum += this.#contribution[i]! * this.#elapsed(i, dayNo);
		return sum;
	}

	/** Recognised by the end of a day, all deals together. */
	total(day: Day): number {
		return this.#sum(dayNumber(day));
	}

	/** Recognised by the end of a day of one entry; 0 where it contributes nothing. */
	of(index: number, day: Day): number {
		const stream = this.#streamOf[index]!;
		return stream < 0 ? 0 : this.#contribution[stream]! * this.#elapsed(stream, dayNumber(day));
	}

	/** First and last day over which an entry is recognised; null where it contributes nothing. */
	span(index: number): { start: Day; end: Day; assumed: boolean } | null {
		const stream = this.#streamOf[index]!;
		if (stream < 0) return null;
		const [begin, past] = [this.#begin[stream]!, this.#begin[stream + 1]!];
		const start = Math.min(...this.#from.slice(begin, past));
		const end = Math.min(this.#stop[stream]!, Math.max(...this.#to.slice(begin, past)));
		return { start: dayFromNumber(start), end: dayFromNumber(Math.max(start, end)), assumed: this.#assumed[stream]! };
	}

	/**
	 * The first day, not before `from`, on which `base` dollars have been passed by `amount`; null where that never comes.
	 * What fractions of a cent the sums have lost does not put the day off.
	 */
	firstDayOf(amount: number, base: number, from: Day): Day | null {
		const enough = amount - this.ceiling * 1e-12;
		let last = dayNumber(from);
		for (const to of this.#to) last = Math.max(last, to);
		const reached = (dayNo: number): boolean => this.#sum(dayNo) - base >= enough;
		if (!reached(last)) return null;
		let low = dayNumber(from);
		while (low < last) {
			const middle = Math.floor((low + last) / 2);
			if (reached(middle)) last = middle;
			else low = middle + 1;
		}
		return dayFromNumber(low);
	}
}

function streamOf(entry: Entry, sweep: Sweep): Stream | null {
	const state = sweep.state(entry);
	if (!state) return null;
	if (!state.cancelled) {
		const contribution = sweep.contribution(entry.index) ?? 0;
		return contribution > 0 ? { contribution, ...piecesOf(entry, state), stop: Infinity } : null;
	}
	const contribution = sweep.lastContribution[entry.index]!;
	const cancelled = entry.states.findIndex((each) => each.cancelled);
	const last = entry.states[cancelled - 1];
	if (contribution === 0 || !last) return null;
	return { contribution, ...piecesOf(entry, last), stop: entry.states[cancelled]!.dayNo - 1 };
}

/** The recogniser of a question as known at the end of a day. */
export function recogniser(book: Book, question: Question, asOf: Day): Recogniser {
	return new Recogniser(book, new Sweep(book, question, asOf).advance(asOf));
}
