import type { Firmness } from '$lib/records/vocabularies';

/** A least, a likeliest and a greatest value, in this order, none below 0. */
export interface Triangle {
	min: number;
	mode: number;
	max: number;
}

/** What may become of what is left of a deal. */
export interface Prospect {
	/** The part of it that falls due after all, 0 to 1. */
	share: Triangle;
	/** By how many months it begins later than stated, where it has not begun. */
	delay: Triangle;
}

/** How much of what is left of a deal falls due after all, and how late. The one table: simulated with, and shown. Editorial, not measured. */
export const ASSUMPTIONS: Readonly<Record<Firmness, Prospect & { reason: string }>> = {
	definitive: {
		share: { min: 0.7, mode: 0.95, max: 1 },
		delay: { min: 0, mode: 3, max: 18 },
		reason: 'Signed, with a price for leaving. Most falls due; sites slip and options stay unused.'
	},
	announced: {
		share: { min: 0.3, mode: 0.75, max: 1 },
		delay: { min: 0, mode: 6, max: 24 },
		reason: 'Both sides stand by it in public. Sizes are often "up to" and are cut when plans change.'
	},
	letter_of_intent: {
		share: { min: 0, mode: 0.3, max: 0.9 },
		delay: { min: 3, mode: 12, max: 36 },
		reason: 'It binds nobody. Some are never signed, and what is signed is mostly smaller.'
	},
	rumoured: {
		share: { min: 0, mode: 0.15, max: 0.7 },
		delay: { min: 6, mode: 12, max: 36 },
		reason: 'Reported by others than the parties. Most come to nothing or to something else.'
	}
};

/**
 * In each run, the chance that a deal goes with the tide (takes the common draws) and not its own way. Two deals go together in
 * the square of it, a quarter of the runs: that is how strongly their luck is correlated.
 */
export const COMMON_CHANCE = 0.5;

/** Why there is a common draw at all. */
export const COMMON_REASON =
	'The same few labs pay for most of it: if money gets dear or demand falls short, it does so for many deals at once.';

/** How many months before `as_of` new contracts are drawn from. */
export const TRAILING_MONTHS = 24;

/** What the scenarios leave out, for readers of the page and of the file. */
export const NOT_KNOWN =
	'The runs do not know whether anybody pays, nor what would end a boom: shares and delays are judged, not measured, and new contracts are taken to be kept in full and to begin in the month after.';
