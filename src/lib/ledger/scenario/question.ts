import { stateAt, type Book } from '../book';
import { withScopeOf } from '../compare';
import { targetOf, windowOf } from '../window';
import { addDays, dayNumber, type Day } from '$lib/records/day';
import type { Question } from '../question';
import { DueCurve } from '../due';
import type { Projection } from '$lib/records';
import { Sweep } from '../sweep';
import { ASSUMPTIONS } from './assumptions';
import { MOST_LOOKED_UP, MOST_OUTCOMES, MOST_WORK } from './check';
import { lookUpDelays } from './delays';
import { medianTerm, monthEndsUntil, monthlyAdditions } from './new-contracts';
import type { NewContracts, ScenarioDeal, ScenarioInput } from './simulate';

/** What scenarios are asked of a ledger. */
export interface ScenarioAsked {
	question: Question;
	asOf: Day;
	/** The last day of each step, rising. */
	days: readonly Day[];
	seed: number;
	runs: number;
	/** Whether new contracts are signed as in the months before `asOf`. */
	newDeals: boolean;
	/**
	 * Its target is to be reached in its window; there the question's scope gives way to the projection's, as in every comparison
	 * (MODEL section 5).
	 */
	projection?: Projection;
}

/** The runs that a question asks for, before anything is laid out for them. */
export interface ScenarioPlan {
	/** The deals of which something is left after `asOf`: those that are drawn. */
	openDeals: number;
	/** Why they would be too many to be worked out; null where they are not. */
	fault: string | null;
	/** Lays them out. */
	input: () => ScenarioInput;
}

/** The longest delay that the table knows, in months. */
const MOST_DELAY = Math.max(...Object.values(ASSUMPTIONS).map(({ delay }) => delay.max));

/**
 * What `simulate` needs, out of a question. What is due up to `asOf` stands, also what cancelled deals had paid; of the deals that
 * contribute, what falls due later is open. What awaits a completion that is not known falls due on no day, so it is not drawn.
 */
export function planScenario(book: Book, asked: ScenarioAsked): ScenarioPlan {
	const { question, asOf, days, seed, runs, projection } = asked;
	const ledger = new Standing(book, question, asOf);
	const isScoped = projection !== undefined && projection.scope !== question.scope;
	const scoped = isScoped ? new Standing(book, withScopeOf(question, projection), asOf) : ledger;
	const window = projection && windowOf(projection);
	const wanted = [...days, ...(window ? [addDays(window.start, -1), window.end] : [])];
	const lookUp = lookUpDelays(wanted, asOf, MOST_DELAY);
	const open = book.entries.flatMap(({ index }) => {
		const [left, leftInScope] = [ledger.left(index), projection ? scoped.left(index) : 0];
		return left > 0 || leftInScope > 0 ? [{ index, left, leftInScope }] : [];
	});
	const last = wanted.reduce((latest, day) => (day > latest ? day : latest), asOf);
	const monthEnds = asked.newDeals ? monthEndsUntil(last, asOf) : [];
	const sizes = { runs, deals: open.length, months: monthEnds.length, steps: days.length };
	return {
		openDeals: open.length,
		fault: tooLarge(sizes, lookUp.days.length),
		input: () => ({
			seed,
			runs,
			due: days.map((day) => ledger.due(day)),
			deals: drawnDeals(book, asked, open, lookUp.days, isScoped ? withScopeOf(question, projection) : question),
			places: lookUp.places,
			shape: question.shape,
			...(projection &&
				window && {
					target: {
						amount: targetOf(projection),
						due: scoped.due(window.end) - scoped.due(addDays(window.start, -1))
					}
				}),
			...newContracts()
		})
	};

	function newContracts(): { newContracts?: NewContracts } {
		const termDays = medianTerm(
			book.entries.flatMap(({ index }) => ledger.termDays(index) ?? scoped.termDays(index) ?? [])
		);
		if (!asked.newDeals || termDays === undefined) return {};
		const additions = monthlyAdditions(book, question, asOf);
		const additionsInScope = isScoped ? monthlyAdditions(book, withScopeOf(question, projection), asOf) : additions;
		return { newContracts: { additions, additionsInScope, monthEnds, termDays, days: wanted.map(dayNumber) } };
	}
}

interface OpenDeal {
	index: number;
	left: number;
	leftInScope: number;
}

/** What is left of each deal, by day and in either shape. No question moves a date, so either scope says when. */
function drawnDeals(
	book: Book,
	{ question, asOf }: ScenarioAsked,
	open: readonly OpenDeal[],
	days: readonly Day[],
	scoped: Question
): ScenarioDeal[] {
	const shaped = (['even', 'ramp'] as const).map((shape) => {
		const here = new Standing(book, { ...question, shape }, asOf);
		return { here, there: scoped === question ? here : new Standing(book, { ...scoped, shape }, asOf) };
	});
	return open.map(({ index, left, leftInScope }) => {
		const [even, ramp] = shaped.map(({ here, there }) => (left > 0 ? here : there).partsDue(index, days));
		const entry = book.entries[index]!;
		const { firmness } = stateAt(entry, dayNumber(asOf))!;
		const begun = shaped.some(({ here, there }) => (left > 0 ? here : there).hasBegun(index));
		return { slug: entry.deal.slug, firmness, begun, left, leftInScope, even: even!, ramp: ramp! };
	});
}

function tooLarge(
	{ runs, deals, months, steps }: { runs: number; deals: number; months: number; steps: number },
	lookedUp: number
): string | null {
	const outcomes = runs * steps;
	if (outcomes <= MOST_OUTCOMES && outcomes * (deals + months) <= MOST_WORK && deals * lookedUp <= MOST_LOOKED_UP)
		return null;
	const [some, many, most] = [runs, deals, steps].map((n) => n.toLocaleString('en-US'));
	return `${some} runs of ${many} deals at ${most} steps are too many to simulate; ask for fewer runs, a longer step or a shorter range.`;
}

/** What is due and what is left under one question, as known at one day. Dollars. */
class Standing {
	readonly #asOf: Day;
	readonly #sweep: Sweep;
	readonly #curve: DueCurve;

	constructor(book: Book, question: Question, asOf: Day) {
		this.#asOf = asOf;
		this.#sweep = new Sweep(book, question, asOf).advance(asOf);
		this.#curve = new DueCurve(book, this.#sweep);
	}

	/** Due by a day, of what is due by `asOf`. */
	due(day: Day): number {
		return this.#curve.total(day < this.#asOf ? day : this.#asOf);
	}

	/** When a deal that contributes falls due; null where it does not, or on no day that is known. */
	#span(index: number): { start: Day; end: Day } | null {
		return (this.#sweep.contribution(index) ?? 0) > 0 ? this.#curve.span(index) : null;
	}

	/** How many days a deal falls due over. */
	termDays(index: number): number | null {
		const span = this.#span(index);
		return span && dayNumber(span.end) - dayNumber(span.start) + 1;
	}

	/** Whether a deal that contributes has begun to fall due. */
	hasBegun(index: number): boolean {
		const span = this.#span(index);
		return span !== null && span.start <= this.#asOf;
	}

	/** What of a deal falls due after `asOf`. */
	left(index: number): number {
		const span = this.#span(index);
		return span && span.end > this.#asOf ? this.#curve.of(index, span.end) - this.#curve.of(index, this.#asOf) : 0;
	}

	/** The part of what is left of a deal that is due on each of some days from `asOf` on, 0 to 1. */
	partsDue(index: number, days: readonly Day[]): Float64Array {
		const before = this.#curve.of(index, this.#asOf);
		const left = this.left(index);
		return Float64Array.from(days, (day) => {
			if (day <= this.#asOf) return 0;
			return left > 0 ? (this.#curve.of(index, day) - before) / left : 1;
		});
	}
}
