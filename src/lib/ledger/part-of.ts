import type { Deal } from '$lib/records';
import { MILLION, partsPerMillion } from '$lib/records/value';

/** What a party of a side has of some dollars of a deal, not rounded: by the shares that its record gives, else an equal part. */
export function partOf(deal: Deal, side: 'payers' | 'payees', slug: string, dollars: number): number {
	const place = deal[side].indexOf(slug);
	if (place < 0) return 0;
	const given = deal.shares?.[side];
	return given ? (dollars * partsPerMillion(given[place]!)) / MILLION : dollars / deal[side].length;
}
