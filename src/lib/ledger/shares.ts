import { MILLION } from '$lib/records/value';

/** Shares of whole dollars in integers (MODEL section 3): a product of the two would pass 2^53. */

/**
 * So many parts per million of some dollars, rounded to whole ones; half a dollar goes up. Exact.
 * @param dollars whole, 0 to 9e15
 * @param parts whole, 0 to a million
 */
export function shareOfDollars(dollars: number, parts: number): number {
	if (parts === MILLION) return dollars;
	const rest = dollars % MILLION;
	return ((dollars - rest) / MILLION) * parts + Math.floor((rest * parts + MILLION / 2) / MILLION);
}
