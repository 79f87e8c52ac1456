import type { Firmness, SpendShape } from '$lib/records/vocabularies';
import type { Prospect } from './assumptions';
import { checkInput } from './check';
import { Runs } from './runs';

export interface ScenarioDeal {
	slug: string;
	firmness: Firmness;
	/** Whether some of it was due by `as_of`, as stated: then the rest is not late. */
	begun: boolean;
	/** Dollars of its contribution that fall due after `as_of`, ever: under the question, and under the scope of the target. */
	left: number;
	leftInScope: number;
	/** The part of what is left that is due at each place of the look-up, 0 at `as_of`, never falling: under either shape of spending. */
	even: Float64Array;
	ramp: Float64Array;
}

/** Contracts that nobody has signed yet, as they came month by month before `as_of`. */
export interface NewContracts {
	/** Dollars by which the counted total rose in each month that is drawn from; under the question, and the target's scope. */
	additions: number[];
	additionsInScope: number[];
	/** The last day of each month after `as_of`, by its number: what is signed in it falls due from the next day on. */
	monthEnds: number[];
	/** The days over which each is spread. */
	termDays: number;
	/** The number of each day that `places` looks up. */
	days: number[];
}

export interface ScenarioInput {
	/** Whole number, 0 to 2^32 − 1. */
	seed: number;
	/** Whole number, 1 to `MOST_RUNS`. */
	runs: number;
	/** Dollars due at the end of each step, or at `as_of` where the step ends later. */
	due: number[];
	/** The deals of which something is left, in any order. */
	deals: ScenarioDeal[];
	/**
	 * For each delay in months, from 0, the place in a deal's `even` and `ramp` at each step, and after the steps, where there is a
	 * target, at the day before its window opens and at its end.
	 */
	places: Int32Array[];
	/** The shape of the question: that of `full`. Each run draws its own between the two. */
	shape: SpendShape;
	/** Dollars that a projection asks for in its window, and those due in the window by `as_of`. */
	target?: { amount: number; due: number };
	/** Absent where nothing new is signed. */
	newContracts?: NewContracts;
	/** In place of the table. */
	assumptions?: Readonly<Record<Firmness, Prospect>>;
	/** In place of `COMMON_CHANCE`, 0 to 1. */
	commonChance?: number;
}

/** Three of a hundred equal parts of the runs: nearest rank, the smallest value that at least so many in a hundred do not pass. */
export interface Band<T> {
	p10: T;
	p50: T;
	p90: T;
}

export interface ScenarioResult extends Band<number[]> {
	/** The same without new contracts. */
	signed: Band<number[]>;
	/** Dollars due by each step if nothing more falls due, and if all contracts are kept in full and on time. */
	due: number[];
	full: number[];
	/**
	 * Dollars due in the projection's window, and the part of the runs (0 to 1) in which they reach its target: only while the
	 * window is open and where new contracts are drawn, since a sum of known contracts that falls short of it leaves nothing to chance.
	 */
	window?: Band<number> & { signed: Band<number>; full: number; chance?: number };
}

/** Steps of the innermost loop between two rests: a few milliseconds. */
const UNTIL_REST = 400_000;

/**
 * Scenarios (MODEL section 8): in each run a random share of what is left of every deal falls due, late by a random delay and in
 * the run's shape, and new contracts are signed as in the months before. A scenario with stated assumptions, not a forecast.
 *
 * Same seed, same numbers, everywhere: the draws are integers, and what follows is + − × ÷ √ in a fixed order, which IEEE 754
 * rounds in one way. The draws of a deal, and of a month to come, hang on the seed and its name alone: the order of deals changes
 * nothing, and a deal that is filtered out leaves the luck of the others as it was.
 *
 * It may be left off at each `yield`, so that others get their turn.
 * @returns dollars, not rounded; each band rises from step to step and from low to high
 * @throws RangeError naming what is out of its bounds
 */
function* simulation(input: ScenarioInput): Generator<undefined, ScenarioResult> {
	checkInput(input);
	const { runs, due, target, newContracts, places } = input;
	const steps = due.length;
	const drawn = new Runs(input);
	const first = drawn.firstOpen;
	const table = () => Array.from({ length: steps - first }, () => new Float64Array(runs));
	const outcomes = { signed: table(), all: newContracts ? table() : [] };
	const windows = { signed: new Float64Array(target ? runs : 0), all: new Float64Array(target ? runs : 0) };
	let reached = 0;
	let work = 0;
	for (let run = 0; run < runs; run += 1) {
		drawn.drawContracts();
		for (const [i, outcome] of outcomes.signed.entries()) outcome[run] = due[first + i]! + drawn.sums[first + i]!;
		if (target) windows.signed[run] = target.due + drawn.inWindow;
		if (newContracts) drawn.addNew(newContracts);
		for (const [i, outcome] of outcomes.all.entries()) outcome[run] = due[first + i]! + drawn.sums[first + i]!;
		if (target) {
			windows.all[run] = target.due + drawn.inWindow;
			if (Math.round(windows.all[run]!) >= target.amount) reached += 1;
		}
		work += drawn.workPerRun;
		if (work < UNTIL_REST) continue;
		work = 0;
		yield;
	}

	for (const outcome of [...outcomes.signed, ...outcomes.all]) {
		outcome.sort();
		if ((work += 20 * runs) < UNTIL_REST) continue;
		work = 0;
		yield;
	}
	const past = due.slice(0, first);
	const bandAt = (sorted: Float64Array[], percent: number) => [
		...past,
		...sorted.map((outcome) => quantile(outcome, percent))
	];
	const signed = bandOf((percent) => bandAt(outcomes.signed, percent));
	return {
		...(newContracts ? bandOf((percent) => bandAt(outcomes.all, percent)) : signed),
		signed,
		due: [...due],
		full: due.map((dollars, step) => dollars + drawn.inFull(places[0]![step]!)),
		...(target && { window: windowOf(target.due) })
	};

	function windowOf(dueInWindow: number): NonNullable<ScenarioResult['window']> {
		for (const each of [windows.signed, windows.all]) each.sort();
		const [before, end] = [places[0]![steps]!, places[0]![steps + 1]!];
		const isOpen = end > 0 && newContracts?.additionsInScope.some((dollars) => dollars > 0);
		return {
			...bandOf((percent) => quantile(windows.all, percent)),
			signed: bandOf((percent) => quantile(windows.signed, percent)),
			full: dueInWindow + drawn.inFullInScope(end) - drawn.inFullInScope(before),
			...(isOpen && { chance: reached / runs })
		};
	}
}

/** The same in one go. */
export function simulate(input: ScenarioInput): ScenarioResult {
	const turns = simulation(input);
	for (;;) {
		const turn = turns.next();
		if (turn.done) return turn.value;
	}
}

/** The same, a few milliseconds at a time: `rest` is awaited in between. */
export async function simulateInTurns(input: ScenarioInput, rest: () => Promise<void>): Promise<ScenarioResult> {
	const turns = simulation(input);
	for (;;) {
		const turn = turns.next();
		if (turn.done) return turn.value;
		await rest();
	}
}

function bandOf<T>(at: (percent: number) => T): Band<T> {
	return { p10: at(10), p50: at(50), p90: at(90) };
}

/** Nearest rank: of n sorted values the one in place ⌈n × percent ÷ 100⌉. */
function quantile(sorted: Float64Array, percent: number): number {
	return sorted[Math.ceil((sorted.length * percent) / 100) - 1]!;
}
