import type { AssumptionKey } from '$lib/ledger/sensitivity';

/** Assumptions as a reader would name them. */
export const ASSUMPTION_NAMES: Record<AssumptionKey, string> = {
	estimate: 'Which end of a stated range',
	firmness: 'How firm a deal has to be',
	scope: 'Where it is built',
	unknown_places: 'Deals whose place is not known',
	layers: 'Which layers count',
	part_of: 'Deals inside other deals',
	assumed_terms: 'Terms that nobody stated',
	shape: 'How spending runs over a term'
};

const INSTEAD: Record<string, string> = {
	low: 'the low end',
	central: 'the middle',
	high: 'the high end',
	rumoured: 'rumours and all',
	letter_of_intent: 'letters of intent or firmer',
	announced: 'announced or firmer',
	definitive: 'definitive only',
	us: 'the US only',
	global: 'the whole world',
	in_scope: 'all of them built in the US',
	unlinked: 'each counted whole',
	half_as_long: 'half as long',
	half_as_long_again: 'half as long again',
	even: 'evenly',
	ramp: 'ramping up'
};

/** What is assumed instead. */
export function insteadText(instead: string): string {
	const known = INSTEAD[instead];
	if (known) return known;
	return instead.replaceAll('_', ' ');
}
