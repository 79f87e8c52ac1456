import type { Firmness } from '$lib/records/vocabularies';

/** Parts of what is left of a deal, 0 ≤ min ≤ mode ≤ max ≤ 1; `mode` is the likeliest. */
export interface Triangle {
	min: number;
	mode: number;
	max: number;
}

/** How much of what is left of a deal is spent after all. The one table: simulated with, and shown. Editorial, not measured. */
export const ASSUMPTIONS: Readonly<Record<Firmness, Triangle & { reason: string }>> = {
	definitive: {
		min: 0.7,
		mode: 0.95,
		max: 1,
		reason: 'Signed, with a price for leaving. Most is spent; sites slip and options stay unused.'
	},
	announced: {
		min: 0.3,
		mode: 0.75,
		max: 1,
		reason: 'Both sides stand by it in public. Sizes are often "up to" and are cut when plans change.'
	},
	letter_of_intent: {
		min: 0,
		mode: 0.3,
		max: 0.9,
		reason: 'It binds nobody. Some are never signed, and what is signed is mostly smaller.'
	},
	rumoured: {
		min: 0,
		mode: 0.15,
		max: 0.7,
		reason: 'Reported by others than the parties. Most come to nothing or to something else.'
	}
};

/**
 * In each run, the chance that a deal goes with the tide (takes the common draw) and not its own way. Two deals go together in
 * the square of it, a quarter of the runs: that is how strongly their luck is correlated.
 */
export const COMMON_CHANCE = 0.5;

/** Why there is a common draw at all. */
export const COMMON_REASON =
	'The same few labs pay for most of it: if money gets dear or demand falls short, it does so for many deals at once.';
