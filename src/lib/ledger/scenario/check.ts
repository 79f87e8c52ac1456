import { ASSUMPTIONS, type Triangle } from './assumptions';
import { MOST_SEED } from './seed';
import type { ScenarioInput } from './simulate';

export const MOST_RUNS = 10_000;
/** Steps × runs: what fits in memory with ease. */
export const MOST_OUTCOMES = 10_000_000;
/** (Deals + months of new contracts) × steps × runs: a few seconds of work. */
export const MOST_WORK = 4_000_000_000;
/** Deals × days on which they are looked up: what fits in memory with ease. */
export const MOST_LOOKED_UP = 20_000_000;

/** @throws RangeError naming what of an input is out of its bounds */
export function checkInput(input: ScenarioInput): void {
	const { seed, runs, due, deals, places, target, newContracts, assumptions = ASSUMPTIONS, commonChance = 0 } = input;
	const months = newContracts?.monthEnds.length ?? 0;
	check(isWhole(seed, 0, MOST_SEED), `seed is ${seed}: it takes a whole number from 0 to ${MOST_SEED}.`);
	check(isWhole(runs, 1, MOST_RUNS), `runs is ${runs}: it takes a whole number from 1 to ${MOST_RUNS}.`);
	const outcomes = due.length * runs;
	const size = `${runs} runs of ${deals.length} deals at ${due.length} steps`;
	check(outcomes <= MOST_OUTCOMES, `${size} are too many: runs × steps takes at most ${MOST_OUTCOMES}.`);
	check(
		outcomes * (deals.length + months) <= MOST_WORK,
		`${size} are too many: runs × deals × steps takes at most ${MOST_WORK}.`
	);
	check(isRising(due), 'What is due takes dollars that never fall from step to step.');
	check(new Set(deals.map((deal) => deal.slug)).size === deals.length, 'A deal stands twice in the scenario.');
	for (const { slug, left, leftInScope, even, ramp } of deals) {
		check(isRising([left]) && isRising([leftInScope]), `${slug}: what is left takes dollars, 0 or more.`);
		const parts = [even, ramp].every((list) => list[0] === 0 && isRising([...list, 1]));
		check(parts, `${slug}: what is due of it takes parts from 0 to 1 that never fall, 0 at first.`);
	}
	if (target) check(isRising([target.amount]) && isRising([target.due]), 'The target takes dollars, 0 or more.');
	for (const [firmness, { share, delay }] of Object.entries(assumptions)) {
		check(isTriangle(share, 1), `${firmness}: a share takes 0 ≤ min ≤ mode ≤ max ≤ 1.`);
		const most = places.length - 1;
		check(isTriangle(delay, most), `${firmness}: a delay takes months, 0 ≤ min ≤ mode ≤ max ≤ ${most}.`);
	}
	const columns = due.length + (target ? 2 : 0);
	const fits = (list: ArrayLike<number>) => list.length === columns;
	check(places.every(fits), `A delay takes a place at each of ${columns} days.`);
	check(isRising([commonChance, 1]), `The common chance is ${commonChance}: it takes 0 to 1.`);
	if (!newContracts) return;
	const { additions, additionsInScope, termDays, days } = newContracts;
	const alike = additions.length > 0 && additions.length === additionsInScope.length;
	const dollars = [...additions, ...additionsInScope].every((n) => Number.isFinite(n) && n >= 0);
	check(alike && dollars, 'New contracts take dollars, 0 or more, for each month drawn from.');
	check(isWhole(termDays, 1, Number.MAX_SAFE_INTEGER), `New contracts take a term in whole days, not ${termDays}.`);
	check(fits(days), `New contracts take the number of each of ${columns} days.`);
}

function check(fits: boolean, message: string): void {
	if (!fits) throw new RangeError(message);
}

function isWhole(n: number, min: number, max: number): boolean {
	return Number.isInteger(n) && n >= min && n <= max;
}

function isRising(list: readonly number[]): boolean {
	return list.every((n, i) => Number.isFinite(n) && n >= (list[i - 1] ?? 0));
}

function isTriangle({ min, mode, max }: Triangle, most: number): boolean {
	return isRising([min, mode, max, most]);
}
