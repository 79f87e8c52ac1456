import type { Book, Entry, State } from './book';
import { CANCELLED } from './columnar';
import { dayNumber, type Day } from '$lib/records/day';
import { matching } from './filter';
import type { Question } from './question';
import { estimate, fractionNumber } from '$lib/records/value';
import { FIRMNESS, LAYERS } from '$lib/records/vocabularies';

/** What a sweep writes while it runs, by the places of the entries. Whole dollars. */
class Scratch {
	readonly amount: Float64Array;
	readonly children: Float64Array;
	readonly lastContribution: Float64Array;
	readonly current: Int32Array;
	readonly kept: Uint8Array;

	constructor(size: number) {
		this.amount = new Float64Array(size);
		this.children = new Float64Array(size);
		this.lastContribution = new Float64Array(size);
		this.current = new Int32Array(size).fill(-1);
		this.kept = new Uint8Array(size);
	}

	clear(): this {
		this.amount.fill(0);
		this.children.fill(0);
		this.lastContribution.fill(0);
		this.current.fill(-1);
		this.kept.fill(0);
		return this;
	}
}

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
	readonly #book: Book;
	/** What each state is worth under the question's estimate, everywhere together. */
	readonly #amounts: Float64Array;
	readonly #global: boolean;
	readonly #minRank: number;
	/** 1 for each layer of the question, by its place in LAYERS. */
	readonly #layers: Uint8Array;
	readonly #children: Float64Array;
	/** What each deal contributed on the day before its cancellation. */
	readonly #lastContribution: Float64Array;
	/** Each entry's place in the timeline, -1 before its first event. */
	readonly #current: Int32Array;
	#at = 0;

	/** `asOf` is the day at which filters on what can change look. */
	constructor(book: Book, question: Question, asOf: Day, scratch = new Scratch(book.entries.length)) {
		this.#book = book;
		this.#amounts = book.timeline.amount[question.estimate];
		this.#global = question.scope === 'global';
		this.#minRank = FIRMNESS.indexOf(question.firmness);
		this.#layers = Uint8Array.from(LAYERS, (layer) => (question.layers.includes(layer) ? 1 : 0));
		this.matches = matching(book, question.filters, asOf);
		this.amount = scratch.amount;
		this.kept = scratch.kept;
		this.#children = scratch.children;
		this.#lastContribution = scratch.lastContribution;
		this.#current = scratch.current;
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

	/** The place of an entry's present state in the timeline; -1 before its first event. */
	place(index: number): number {
		return this.#current[index]!;
	}

	/** The state of an entry now; undefined before its first event. */
	state(entry: Entry): State | undefined {
		return this.#book.timeline.state[this.place(entry.index)];
	}

	/** What an entry adds to the counted total, whole dollars; null where it is not kept. */
	contribution(index: number): number | null {
		return this.kept[index] ? Math.max(0, this.amount[index]! - this.#children[index]!) : null;
	}

	/** What there is of an entry to be due, whole dollars: of a cancelled deal, what it contributed the day before. */
	toSpread(index: number): number {
		return this.contribution(index) ?? this.#lastContribution[index]!;
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
		this.#lastContribution[index] = this.contribution(index) ?? 0;
	}

	#apply(place: number): void {
		const { columns, timeline } = this.#book;
		const index = timeline.entry[place]!;
		const matches = this.matches[index] === 1;
		if (matches) this.headline += timeline.rise[place]!;
		const kept = matches && this.#layers[columns.layer[index]!] === 1 && timeline.rank[place]! >= this.#minRank;
		const old = this.countedWithParts(index);
		this.kept[index] = kept ? 1 : 0;
		this.amount[index] = kept ? this.#inScope(index, this.#amounts[place]!) : 0;
		this.#current[index] = place;
		let delta = this.countedWithParts(index) - old;
		for (let parent = columns.parent[index]!; delta !== 0; parent = columns.parent[parent]!) {
			if (parent < 0) {
				this.counted += delta;
				return;
			}
			const was = this.countedWithParts(parent);
			this.#children[parent]! += delta;
			delta = this.countedWithParts(parent) - was;
		}
	}

	#inScope(index: number, dollars: number): number {
		return this.#global ? dollars : inScope(dollars, this.#book.columns.usShare[index]!);
	}
}

/** Scratch that no sweep is using, book by book. */
const spare = new WeakMap<Book, Scratch>();

/**
 * Asks something of a sweep that nobody keeps: what it wrote on is wiped and used again. Of a million deals that is 30 MB, and
 * to take as much anew for every question starts a collection of the whole heap with every other one.
 */
export function withSweep<T>(book: Book, question: Question, asOf: Day, ask: (sweep: Sweep) => T): T {
	const scratch = spare.get(book)?.clear() ?? new Scratch(book.entries.length);
	spare.delete(book);
	const answer = ask(new Sweep(book, question, asOf, scratch));
	spare.set(book, scratch);
	return answer;
}

function usShare({ deal: { us_share } }: Entry): number | null {
	return us_share === undefined ? null : fractionNumber(us_share);
}

/** The share of a deal that lies in the question's scope, 0 to 1; null where its place is not known (it then counts 0). */
export function shareOf(entry: Entry, question: Question): number | null {
	return question.scope === 'global' ? 1 : usShare(entry);
}

/** A share of some dollars, rounded to whole ones; half a dollar goes up. */
function inScope(dollars: number, share: number): number {
	return Math.round(dollars * share);
}

/** What a deal in some state is worth under a question, whole dollars. */
export function amountOf(entry: Entry, state: State, question: Question): number {
	return inScope(estimate(state.value, question.estimate) ?? 0, shareOf(entry, question) ?? 0);
}
