import type { WtfLabel } from '$lib/records/vocabularies';

/**
 * The label of a reading or of weighted means, 0 to 10 each (MODEL section 6): the pole that leads by 2 or more, else WTF
 * where both reach 3, else neutral. Derived, never stored. Of means it takes the weighted sums and the `total` of the
 * weights, because two quotients that lie 2 apart may differ by 1.9999999999999998.
 */
export function wtfLabel(terminator: number, idiocracy: number, total = 1): WtfLabel {
	const lean = terminator - idiocracy;
	if (lean >= 2 * total) return 'TERMINATOR';
	if (lean <= -2 * total) return 'IDIOCRACY';
	return terminator >= 3 * total && idiocracy >= 3 * total ? 'WTF' : 'NEUTRAL';
}

/** Deals that a reading of the index takes under `window=auto`; below it no gauge is drawn full. */
export const ENOUGH_DEALS = 5;
