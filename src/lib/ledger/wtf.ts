import type { WtfLabel } from './words';

/**
 * The label of a reading or of a pair of means, 0 to 10 each (MODEL section 6): the pole that leads by 2 or more, else WTF
 * where both reach 3, else neutral. Derived, never stored.
 */
export function wtfLabel(terminator: number, idiocracy: number): WtfLabel {
	const lean = terminator - idiocracy;
	if (lean >= 2) return 'TERMINATOR';
	if (lean <= -2) return 'IDIOCRACY';
	return terminator >= 3 && idiocracy >= 3 ? 'WTF' : 'NEUTRAL';
}
