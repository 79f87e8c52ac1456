import type { Book, Entry, State } from './book';
import { CANCELLED } from './columnar';
import { dayNumber, type Day } from '$lib/records/day';
import { hasFilters, matchEntries } from './filter';
import type { Question } from './question';
import { shareOfDollars } from './shares';
import { estimate, MILLION, partsPerMillion } from '$lib/records/value';
import { FIRMNESS, LAYERS } from '$lib/records/vocabularies';

/** What a sweep writes while it runs, by the places of the entries. Whole dollars. */
class Scratch {
	readonly amount: Float64Array;
	readonly children: Float64Array;
	readonly current: Int32Array;
	readonly kept: Uint8Array;

	constructor(size: number) {
		this.amount = new Float64Array(size);
		this.children = new Float64Array(size);
		this.current = new Int32Array(size).fill(-1);
		this.kept = new Uint8Array(size);
	}

	clear(): this {
		this.amount.fill(0);
		this.children.fill(0);
		this.current.fill(-1);
		this.kept.fill(0);
		return this;
	}
}

/**
 * One pass over every change of state in day order (MODEL section 4). Linking a deal to its nearest kept ancestor is the same
 * as letting a deal that is not kept pass the sum of its children through, so one number a deal suffices:
 * `counted = max(amount, Σ counted(children))` with amount 0 where it is not kept. Each change walks up `part_of`.
 *
 * Under `counting=whole` all deals are counted, whatever the filters, and then only the contributions of those that they choose
 * are added up; under `counting=alone` what they do not choose is not kept.
 */
export class Sweep {
	/** H: the high-water headlines of all chosen deals, whole dollars. */
	headline = 0;
	/** C: the contributions of all chosen deals, whole dollars. */
	counted = 0;
	/** The number of the day at whose end it stands; before any at first. */
	dayNo = -Infinity;
	/** 1 for each entry that the filters choose. */
	readonly matches: Uint8Array;
	/** What a deal that counts is worth by itself under the question, whole dollars; 0 where it does not. Chosen or not. */
	readonly amount: Float64Array;
	/** The deals that counted on the day before they were cancelled, in the order of their cancellations. Chosen or not. */
	readonly cancelled: number[] = [];
	readonly question: Question;
	readonly #book: Book;
	/** What each state is worth under the question's estimate, everywhere together. */
	readonly #amounts: Float64Array;
	readonly #global: boolean;
	readonly #minRank: number;
	/** 1 for each layer of the question, by its place in LAYERS. */
	readonly #layers: Uint8Array;
	/** Whether deals count that the filters do not choose. */
	readonly #whole: boolean;
	/** 1 for each deal that counts, chosen or not. */
	readonly #kept: Uint8Array;
	readonly #children: Float64Array;
	/** Each entry's place in the timeline, -1 before its first event. */
	readonly #current: Int32Array;
	#at = 0;

	/** `asOf` is the day at which filters on what can change look. */
	constructor(book: Book, question: Question, asOf: Day, scratch = new Scratch(book.entries.length)) {
		this.#book = book;
		this.question = question;
		this.#amounts = book.timeline.amount[question.estimate];
		this.#global = question.scope === 'global';
		this.#minRank = FIRMNESS.indexOf(question.firmness);
		this.#layers = Uint8Array.from(LAYERS, (layer) => (question.layers.includes(layer) ? 1 : 0));
		this.#whole = question.counting === 'whole' || !hasFilters(question.filters);
		this.matches = matchEntries(book, question.filters, asOf);
		this.amount = scratch.amount;
		this.#kept = scratch.kept;
		this.#children = scratch.children;
		this.#current = scratch.current;
	}

	/** Applies everything known at the end of a day. Days must not go back. */
	advance(day: Day): this {
		const { day: days } = this.#book.timeline;
		const until = dayNumber(day);
		this.dayNo = until;
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

	/** Whether an entry is chosen and counts. */
	isKept(index: number): boolean {
		return this.matches[index] === 1 && this.#kept[index] === 1;
	}

	/** What an entry adds to the counted total, whole dollars; null where it is not kept or not chosen. */
	contribution(index: number): number | null {
		return this.isKept(index) ? this.added(index) : null;
	}

	/** The same whether the filters choose it or not; 0 where it does not count. */
	added(index: number): number {
		return this.#kept[index] ? Math.max(0, this.amount[index]! - this.#children[index]!) : 0;
	}

	/** What an entry counts together with all that lies inside it, chosen or not, whole dollars. */
	countedWithParts(index: number): number {
		return Math.max(this.amount[index]!, this.#children[index]!);
	}

	/** Some dollars of an entry that lie in the question's scope, whole ones. */
	inScope(index: number, dollars: number): number {
		return this.#global ? dollars : shareOfDollars(dollars, this.#book.columns.usParts[index]!);
	}

	#noteCancellation(place: number): void {
		const { entry, rank } = this.#book.timeline;
		// What does not count on the day before, because it was cancelled already, is not kept then.
		if (rank[place] === CANCELLED && this.#kept[entry[place]!]) this.cancelled.push(entry[place]!);
	}

	#apply(place: number): void {
		const { columns, timeline } = this.#book;
		const index = timeline.entry[place]!;
		const matches = this.matches[index] === 1;
		if (matches) this.headline += timeline.rise[place]!;
		const counts = matches || this.#whole;
		const kept = counts && this.#layers[columns.layer[index]!] === 1 && timeline.rank[place]! >= this.#minRank;
		const old = this.countedWithParts(index);
		const added = this.added(index);
		this.#kept[index] = kept ? 1 : 0;
		this.amount[index] = kept ? this.inScope(index, this.#amounts[place]!) : 0;
		this.#current[index] = place;
		if (matches) this.counted += this.added(index) - added;
		let delta = this.countedWithParts(index) - old;
		for (let parent = columns.parent[index]!; delta !== 0 && parent >= 0; parent = columns.parent[parent]!) {
			const was = this.countedWithParts(parent);
			const before = this.added(parent);
			this.#children[parent]! += delta;
			delta = this.countedWithParts(parent) - was;
			if (this.matches[parent]) this.counted += this.added(parent) - before;
		}
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

/** The parts per million of a deal that lie in the question's scope; null where its place is not known (it then counts 0). */
export function partsInScope({ deal: { us_share } }: Entry, { scope }: Question): number | null {
	if (scope === 'global') return MILLION;
	return us_share === undefined ? null : partsPerMillion(us_share);
}

/** What a deal in some state is worth under a question, whole dollars. */
export function amountOf(entry: Entry, state: State, question: Question): number {
	return shareOfDollars(estimate(state.value, question.estimate) ?? 0, partsInScope(entry, question) ?? 0);
}
