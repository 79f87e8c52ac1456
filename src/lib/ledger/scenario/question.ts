import type { Book } from '../book';
import { scopedTo } from '../compare';
import { targetOf, windowOf } from '../window';
import { addDays, type Day } from '$lib/records/day';
import type { Question } from '../question';
import { DueCurve } from '../due';
import type { Projection } from '$lib/records';
import { Sweep } from '../sweep';
import type { ScenarioDeal, ScenarioInput } from './simulate';

/**
 * What `simulate` needs, out of a question. What is due up to `asOf` stands, also what cancelled deals keep; of the deals
 * that contribute, what falls later is open.
 * @param days the last day of each step, rising
 * @param projection whose target is to be reached in its window; there the question's scope gives way to the projection's, as
 * in every comparison (MODEL section 5)
 */
export function scenarioOf(
	book: Book,
	question: Question,
	asOf: Day,
	days: Day[],
	draws: { seed: number; runs: number },
	projection?: Projection
): ScenarioInput {
	const ledger = new Standing(book, question, asOf);
	if (!projection) {
		const deals = ledger.deals(days, (index) => ledger.contributes(index));
		return { ...draws, spent: days.map((day) => ledger.spent(day)), deals };
	}
	const scoped = new Standing(book, scopedTo(question, projection), asOf);
	const { start, end } = windowOf(projection);
	const before = addDays(start, -1);
	const deals = ledger.deals(days, (index) => ledger.contributes(index) || scoped.contributes(index));
	for (const deal of deals) {
		const index = book.bySlug.get(deal.slug)!;
		deal.inWindow = scoped.left(index, end) - scoped.left(index, before);
	}
	return {
		...draws,
		spent: days.map((day) => ledger.spent(day)),
		deals,
		target: { amount: targetOf(projection), spent: scoped.spent(end) - scoped.spent(before) }
	};
}

/** What is spent and what is left under one question, as known at one day. Dollars. */
class Standing {
	readonly #book: Book;
	readonly #asOf: Day;
	readonly #sweep: Sweep;
	readonly #due: DueCurve;

	constructor(book: Book, question: Question, asOf: Day) {
		this.#book = book;
		this.#asOf = asOf;
		this.#sweep = new Sweep(book, question, asOf).advance(asOf);
		this.#due = new DueCurve(book, this.#sweep);
	}

	spent(day: Day): number {
		return this.#due.total(day < this.#asOf ? day : this.#asOf);
	}

	contributes(index: number): boolean {
		return (this.#sweep.contribution(index) ?? 0) > 0;
	}

	left(index: number, day: Day): number {
		if (day <= this.#asOf || !this.contributes(index)) return 0;
		return this.#due.of(index, day) - this.#due.of(index, this.#asOf);
	}

	deals(days: Day[], wanted: (index: number) => boolean): ScenarioDeal[] {
		return this.#book.entries.flatMap((entry) => {
			const state = this.#sweep.state(entry);
			if (!state || !wanted(entry.index)) return [];
			const remaining = days.map((day) => this.left(entry.index, day));
			return [{ slug: entry.deal.slug, firmness: state.firmness, remaining, inWindow: 0 }];
		});
	}
}
