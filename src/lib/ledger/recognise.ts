import { assumedTerm, termDays, type Book, type Entry, type State } from './book';
import { countsFrom, dayFromNumber, dayNumber, type Day } from './day';
import type { Question } from './question';
import { Sweep } from './sweep';

/** One deal's contribution and the days over which it is recognised. */
interface Stream {
	entry: Entry;
	/** Whole dollars. */
	contribution: number;
	/** Straight pieces by the numbers of their first and last days, and their weights, which add up to `weight`. */
	pieces: { from: number; to: number; amount: number }[];
	weight: number;
	/** The last day on which anything is recognised: the day before a cancellation, else no bound. */
	stop: number;
	/** No term is known: the one of its layer is taken. */
	assumed: boolean;
}

function piecesOf(entry: Entry, state: State): Pick<Stream, 'pieces' | 'weight' | 'assumed'> {
	if (state.schedule) {
		const pieces = state.schedule.map((piece) => ({
			from: dayNumber(countsFrom(piece.from)),
			to: dayNumber(countsFrom(piece.to)),
			amount: piece.amount
		}));
		return { pieces, weight: pieces.reduce((sum, piece) => sum + piece.amount, 0), assumed: false };
	}
	const { start, end } = state.term ? termDays(state.term) : assumedTerm(entry);
	return { pieces: [{ from: dayNumber(start), to: dayNumber(end), amount: 1 }], weight: 1, assumed: !state.term };
}

/** The part of a stream that has elapsed by the end of a day, 0 to 1; never falls from one day to the next. */
function elapsed(stream: Stream, dayNo: number): number {
	const until = Math.min(dayNo, stream.stop) + 1;
	let sum = 0;
	for (const { from, to, amount } of stream.pieces) {
		const days = to - from + 1;
		sum += amount * (Math.min(Math.max(until - from, 0), days) / days);
	}
	return sum / stream.weight;
}

/** R: what the contracts known at one day mean for every day (MODEL section 4). Dollars, not yet rounded. */
export class Recogniser {
	/** What the streams come to in the end: C at `asOf` plus what cancelled deals had been credited with. Dollars. */
	readonly ceiling: number;
	readonly #streams: Stream[];
	readonly #byIndex: Map<number, Stream>;

	/** `sweep` stands at the end of the day whose knowledge counts. */
	constructor(book: Book, sweep: Sweep) {
		this.#streams = [];
		for (const entry of book.entries) {
			const stream = streamOf(entry, sweep);
			if (stream) this.#streams.push(stream);
		}
		this.#byIndex = new Map(this.#streams.map((stream) => [stream.entry.index, stream]));
		this.ceiling = this.#streams.reduce((sum, stream) => sum + stream.contribution * elapsed(stream, Infinity), 0);
	}

	/** Recognised by the end of a day, all deals together. */
	total(day: Day): number {
		const dayNo = dayNumber(day);
		let sum = 0;
		for (const stream of this.#streams) sum += stream.contribution * elapsed(stream, dayNo);
		return sum;
	}

	/** Recognised by the end of a day of one entry; 0 where it contributes nothing. */
	of(index: number, day: Day): number {
		const stream = this.#byIndex.get(index);
		return stream ? stream.contribution * elapsed(stream, dayNumber(day)) : 0;
	}

	/** First and last day over which an entry is recognised; null where it contributes nothing. */
	span(index: number): { start: Day; end: Day; assumed: boolean } | null {
		const stream = this.#byIndex.get(index);
		if (!stream) return null;
		const start = Math.min(...stream.pieces.map((piece) => piece.from));
		const end = Math.min(stream.stop, Math.max(...stream.pieces.map((piece) => piece.to)));
		return { start: dayFromNumber(start), end: dayFromNumber(Math.max(start, end)), assumed: stream.assumed };
	}

	/**
	 * The first day, not before `from`, on which `base` dollars have been passed by `amount`; null where that never comes.
	 * What fractions of a cent the sums have lost does not put the day off.
	 */
	firstDayOf(amount: number, base: number, from: Day): Day | null {
		const enough = amount - this.ceiling * 1e-12;
		let last = dayNumber(from);
		for (const { pieces } of this.#streams) for (const { to } of pieces) last = Math.max(last, to);
		const reached = (dayNo: number): boolean => this.total(dayFromNumber(dayNo)) - base >= enough;
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
		return contribution > 0 ? { entry, contribution, ...piecesOf(entry, state), stop: Infinity } : null;
	}
	const contribution = sweep.lastContribution[entry.index]!;
	const cancelled = entry.states.findIndex((each) => each.cancelled);
	const last = entry.states[cancelled - 1];
	if (contribution === 0 || !last) return null;
	return { entry, contribution, ...piecesOf(entry, last), stop: entry.states[cancelled]!.dayNo - 1 };
}

/** The recogniser of a question as known at the end of a day. */
export function recogniser(book: Book, question: Question, asOf: Day): Recogniser {
	return new Recogniser(book, new Sweep(book, question, asOf).advance(asOf));
}
