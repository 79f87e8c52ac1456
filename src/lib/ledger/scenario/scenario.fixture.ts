import type { Firmness } from '$lib/records/vocabularies';
import type { Triangle } from './assumptions';
import type { NewContracts, ScenarioInput } from './simulate';

/** Months that a deal is looked up at: place p of it is the end of month p. */
export const MONTHS = 60;
const LATEST = 36;

/** A deal of a term that runs from the end of one month to that of another. */
export function dealOf(slug: string, firmness: Firmness, left: number, leftInScope: number, from: number, to: number) {
	const even = Float64Array.from({ length: MONTHS + 1 }, (_, month) =>
		Math.min(1, Math.max(0, (month - from) / (to - from)))
	);
	return { slug, firmness, begun: false, left, leftInScope, even, ramp: even.map((part) => part * part) };
}

/** Where steps at the ends of some months are looked up, for each delay. */
export function placesOf(months: readonly number[]): Int32Array[] {
	return Array.from({ length: LATEST + 1 }, (_, late) => Int32Array.from(months, (month) => Math.max(0, month - late)));
}

/** New contracts of months of 30 days. */
export function newContractsOf(
	additions: number[],
	additionsInScope: number[],
	months: readonly number[]
): NewContracts {
	const monthEnds = Array.from({ length: Math.max(0, ...months.map((month) => month - 1)) }, (_, i) => 30 * (i + 1));
	return { additions, additionsInScope, monthEnds, termDays: 1000, days: months.map((month) => 30 * month) };
}

export const STEPS = [0, 6, 18, 48];
const WINDOW = [6, 36];
export const EXAMPLE: ScenarioInput = {
	seed: 2026,
	runs: 999,
	due: [100e9, 110e9, 110e9, 110e9],
	deals: [
		dealOf('stargate', 'announced', 400e9, 300e9, 12, 48),
		{ ...dealOf('openai-aws', 'definitive', 30e9, 25e9, 0, 36), begun: true },
		dealOf('nvidia-loi', 'letter_of_intent', 90e9, 0, 6, 60),
		dealOf('a-rumour', 'rumoured', 35e9, 10e9, 0, 24)
	],
	places: placesOf([...STEPS, ...WINDOW]),
	shape: 'even',
	target: { amount: 340e9, due: 60e9 },
	newContracts: newContractsOf([0, 25e9, 5e9, 0, 90e9], [0, 20e9, 5e9, 0, 45e9], [...STEPS, ...WINDOW])
};

/** The same prospect for deals of every firmness. */
export const always = (share: Triangle, delay: Triangle) => {
	const prospect = { share, delay };
	return { definitive: prospect, announced: prospect, letter_of_intent: prospect, rumoured: prospect };
};
export const only = (value: number): Triangle => ({ min: value, mode: value, max: value });
