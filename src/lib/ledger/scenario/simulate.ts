import { compareText } from '../book';
import type { Firmness } from '$lib/records/vocabularies';
import { ASSUMPTIONS, COMMON_CHANCE, type Triangle } from './assumptions';
import { randomOf, type Random } from './random';
import { MOST_SEED } from './seed';
import { triangular } from './triangular';

export interface ScenarioDeal {
	slug: string;
	firmness: Firmness;
	/** Dollars of its contribution that fall after `as_of` and up to the end of each step; none falls again. */
	remaining: number[];
	/** Dollars of its contribution that fall after `as_of` and inside the projection's window; 0 where there is no target. */
	inWindow: number;
}

export interface ScenarioInput {
	/** Whole number, 0 to 2^32 − 1. */
	seed: number;
	/** Whole number, 1 to `MOST_RUNS`. */
	runs: number;
	/** Dollars due at the end of each step, or at `as_of` where the step ends later: what is spent already. */
	spent: number[];
	/** The kept deals, in any order. */
	deals: ScenarioDeal[];
	/** Dollars that a projection asks for in its window, and those spent in the window by `as_of`. */
	target?: { amount: number; spent: number };
	/** In place of the table. */
	assumptions?: Readonly<Record<Firmness, Triangle>>;
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
	/** Dollars due by each step if nothing more is spent, and if everything is. The band lies between them. */
	spent: number[];
	full: number[];
	/** Dollars spent in the projection's window, and the part of the runs (0 to 1) in which they reach its target. */
	window?: Band<number> & { chance: number };
}

export const MOST_RUNS = 10_000;
/** Steps × runs: what fits in memory with ease. */
export const MOST_OUTCOMES = 20_000_000;
/** Deals × steps × runs: a few seconds of work. */
export const MOST_WORK = 4_000_000_000;

/**
 * Scenarios (MODEL section 8): in each run every deal spends a random share of what is left of it, on the days it was to be spent.
 * The share is triangular by firmness; with a stated chance a deal takes the run's common draw, else one of its own. A scenario
 * with stated assumptions, not a forecast.
 *
 * Same seed, same numbers, everywhere: the draws are integers, and what follows is + − × ÷ √ in a fixed order, which IEEE 754
 * rounds in one way. A deal's draws hang on the seed and its slug alone: the order of deals changes nothing, and a deal that is
 * filtered out leaves the luck of the others as it was.
 * @returns dollars, not rounded; each band rises from step to step and from P10 to P90
 * @throws RangeError naming what is out of its bounds
 */
export function simulate(input: ScenarioInput): ScenarioResult {
	checkInput(input);
	const { runs, spent, target } = input;
	const steps = spent.length;
	const deals = input.deals.toSorted((a, b) => compareText(a.slug, b.slug));
	const profiles = deals.map((deal) => Float64Array.from(deal.remaining));
	const draw = shareDrawer(input, deals);

	const sum = new Float64Array(steps);
	const outcomes = Array.from({ length: steps }, () => new Float64Array(runs));
	const windows = new Float64Array(target ? runs : 0);
	let reached = 0;
	for (let run = 0; run < runs; run += 1) {
		const shares = draw();
		addUp(sum, profiles, shares);
		for (let step = 0; step < steps; step += 1) outcomes[step]![run] = spent[step]! + sum[step]!;
		if (!target) continue;
		windows[run] = target.spent + deals.reduce((dollars, deal, i) => dollars + shares[i]! * deal.inWindow, 0);
		if (Math.round(windows[run]!) >= target.amount) reached += 1;
	}

	for (const outcome of outcomes) outcome.sort();
	windows.sort();
	addUp(sum, profiles, new Float64Array(deals.length).fill(1));
	return {
		p10: outcomes.map((outcome) => quantile(outcome, 10)),
		p50: outcomes.map((outcome) => quantile(outcome, 50)),
		p90: outcomes.map((outcome) => quantile(outcome, 90)),
		spent: [...spent],
		full: spent.map((dollars, step) => dollars + sum[step]!),
		...(target && {
			window: {
				p10: quantile(windows, 10),
				p50: quantile(windows, 50),
				p90: quantile(windows, 90),
				chance: reached / runs
			}
		})
	};
}

/** Gives the shares of one run after another, in the order of `deals`, always in the same array. */
function shareDrawer(input: ScenarioInput, deals: ScenarioDeal[]): () => Float64Array {
	const { seed, assumptions = ASSUMPTIONS, commonChance = COMMON_CHANCE } = input;
	const common = randomOf(seed, '');
	const own: Random[] = deals.map((deal) => randomOf(seed, deal.slug));
	const triangles = deals.map((deal) => assumptions[deal.firmness]);
	const shares = new Float64Array(deals.length);
	return () => {
		const tide = common.uniform();
		for (let i = 0; i < shares.length; i += 1) {
			const joins = own[i]!.uniform() < commonChance;
			const luck = own[i]!.uniform();
			shares[i] = triangular(triangles[i]!, joins ? tide : luck);
		}
		return shares;
	};
}

/** What a run adds at each step: shares × profiles, in the order of the deals. */
function addUp(sum: Float64Array, profiles: Float64Array[], shares: Float64Array): void {
	sum.fill(0);
	for (const [i, profile] of profiles.entries()) {
		const share = shares[i]!;
		for (let step = 0; step < sum.length; step += 1) sum[step]! += share * profile[step]!;
	}
}

/** Nearest rank: of n sorted values the one in place ⌈n × percent ÷ 100⌉. */
function quantile(sorted: Float64Array, percent: number): number {
	return sorted[Math.ceil((sorted.length * percent) / 100) - 1]!;
}

function checkInput({ seed, runs, spent, deals, target, assumptions = ASSUMPTIONS, commonChance = 0 }: ScenarioInput) {
	const check = (fits: boolean, message: string) => {
		if (!fits) throw new RangeError(message);
	};
	const isWhole = (n: number, min: number, max: number) => Number.isInteger(n) && n >= min && n <= max;
	const rises = (list: number[]) => list.every((n, i) => Number.isFinite(n) && n >= (list[i - 1] ?? 0));
	check(isWhole(seed, 0, MOST_SEED), `seed is ${seed}: it takes a whole number from 0 to ${MOST_SEED}.`);
	check(isWhole(runs, 1, MOST_RUNS), `runs is ${runs}: it takes a whole number from 1 to ${MOST_RUNS}.`);
	const outcomes = spent.length * runs;
	const size = `${runs} runs of ${deals.length} deals at ${spent.length} steps`;
	check(outcomes <= MOST_OUTCOMES, `${size} are too many: runs × steps takes at most ${MOST_OUTCOMES}.`);
	check(outcomes * deals.length <= MOST_WORK, `${size} are too many: runs × deals × steps takes at most ${MOST_WORK}.`);
	check(rises(spent), 'What is spent takes dollars that never fall from step to step.');
	check(new Set(deals.map((deal) => deal.slug)).size === deals.length, 'A deal stands twice in the scenario.');
	for (const { slug, remaining, inWindow } of deals) {
		const fits = remaining.length === spent.length && rises(remaining) && rises([inWindow]);
		check(fits, `${slug}: what is left takes dollars at each of the ${spent.length} steps that never fall.`);
	}
	if (target) check(rises([target.amount]) && rises([target.spent]), 'The target takes dollars, 0 or more.');
	for (const [firmness, { min, mode, max }] of Object.entries(assumptions)) {
		check(rises([min, mode, max, 1]), `${firmness}: a share takes 0 ≤ min ≤ mode ≤ max ≤ 1.`);
	}
	check(rises([commonChance, 1]), `The common chance is ${commonChance}: it takes 0 to 1.`);
}
