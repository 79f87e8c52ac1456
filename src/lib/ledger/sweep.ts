import { CANCELLED, type Book, type Entry, type State } from './book';
import { dayNumber, type Day } from './day';
import { matching } from './filter';
import type { Question } from './question';
import { estimate } from './value';
import { FIRMNESS } from './words';

/**
 * One pass over every change of state in day order (MODEL section 4). Linking a deal to its nearest kept ancestor is the same
 * as letting a deal that is not kept pass the sum of its children through, so one number a deal suffices:
 * `counted = max(amount, Σ counted(children))` with amount 0 where it is not kept. Each change walks up `part_of`.
 */
export class Sweep {
	/** H: the high-water headlines of all filtered deals, whole dollars. */
	headline = 0;
	/** C: the counted total, whole dollars. */
	counted = 0;
	/** 1 for each entry that the filters let pass. */
	readonly matches: Uint8Array;
	/** What a kept deal is worth by itself under the question, whole dollars; 0 where it is not kept. */
	readonly amount: Float64Array;
	readonly kept: Uint8Array;
	/** What each deal contributed on the day before its cancellation, whole dollars. */
	readonly lastContribution: Float64Array;
	readonly #book: Book;
	readonly #question: Question;
	readonly #minRank: number;
	/** 1 for each entry that matches and stands in one of the question's layers: its states decide whether it is kept. */
	readonly #eligible: Uint8Array;
	/** Each entry's share in the question's scope; 0 where its place is not known. */
	readonly #share: Float64Array;
	readonly #children: Float64Array;
	/** Each entry's place in the timeline, -1 before its first event. */
	readonly #current: Int32Array;
	#at = 0;

	/** `asOf` is the day at which filters on what can change look. */
	constructor(book: Book, question: Question, asOf: Day) {
		const size = book.entries.length;
		this.#book = book;
		this.#question = question;
		this.#minRank = FIRMNESS.indexOf(question.firmness);
		this.matches = matching(book, question.filters, asOf);
		this.#eligible = this.matches.map((match, index) =>
			match && question.layers.includes(book.entries[index]!.layer) ? 1 : 0
		);
		this.#share = new Float64Array(size).map((_, index) => shareOf(book.entries[index]!, question) ?? 0);
		this.amount = new Float64Array(size);
		this.kept = new Uint8Array(size);
		this.lastContribution = new Float64Array(size);
		this.#children = new Float64Array(size);
		this.#current = new Int32Array(size).fill(-1);
	}

	/** Applies everything known at the end of a day. Days must not go back. */
	advance(day: Day): this {
		const { day: days } = this.#book.timeline;
		const until = dayNumber(day);
		while (this.#at < days.length && days[this.#at]! <= until) {
			const today = days[this.#at]!;
			let end = this.#at;
			for (; end < days.length && days[end] === today; end++) this.#noteCancellation(end);
			for (; this.#at < end; this.#at++) this.#apply(this.#at);
		}
		return this;
	}

	/** The state of an entry now; undefined before its first event. */
	state(entry: Entry): State | undefined {
		const place = this.#current[entry.index]!;
		return place < 0 ? undefined : this.#book.timeline.state[place];
	}

	/** What an entry adds to the counted total, whole dollars; null where it is not kept. */
	contribution(index: number): number | null {
		return this.kept[index] ? Math.max(0, this.amount[index]! - this.#children[index]!) : null;
	}

	/** What an entry counts together with all that lies inside it, whole dollars. */
	countedWithParts(index: number): number {
		return Math.max(this.amount[index]!, this.#children[index]!);
	}

	#noteCancellation(place: number): void {
		const { entry, rank } = this.#book.timeline;
		if (rank[place] !== CANCELLED) return;
		const index = entry[place]!;
		const before = this.#current[index]!;
		if (before < 0 || rank[before] === CANCELLED) return;
		this.lastContribution[index] = this.contribution(index) ?? 0;
	}

	#apply(place: number): void {
		const { parents, timeline } = this.#book;
		const index = timeline.entry[place]!;
		const before = this.#current[index]!;
		if (this.matches[index])
			this.headline += timeline.highWater[place]! - (before < 0 ? 0 : timeline.highWater[before]!);
		const kept = this.#eligible[index] === 1 && timeline.rank[place]! >= this.#minRank;
		const old = this.countedWithParts(index);
		this.kept[index] = kept ? 1 : 0;
		this.amount[index] = kept ? inScope(timeline.amount[this.#question.estimate][place]!, this.#share[index]!) : 0;
		this.#current[index] = place;
		let delta = this.countedWithParts(index) - old;
		for (let parent = parents[index]!; delta !== 0; parent = parents[parent]!) {
			if (parent < 0) {
				this.counted += delta;
				return;
			}
			const was = this.countedWithParts(parent);
			this.#children[parent]! += delta;
			delta = this.countedWithParts(parent) - was;
		}
	}
}

/** The share of a deal that lies in the question's scope, 0 to 1; null where its place is not known (it then counts 0). */
export function shareOf(entry: Entry, question: Question): number | null {
	return question.scope === 'global' ? 1 : (entry.deal.us_share ?? null);
}

/** A share of some dollars, rounded to whole ones; half a dollar goes up. */
function inScope(dollars: number, share: number): number {
	return Math.round(dollars * share);
}

/** What a deal in some state is worth under a question, whole dollars. */
export function amountOf(entry: Entry, state: State, question: Question): number {
	return inScope(estimate(state.value, question.estimate) ?? 0, shareOf(entry, question) ?? 0);
}
