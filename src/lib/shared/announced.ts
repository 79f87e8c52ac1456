import type { DealRow } from './deal-rows';

/** The most that any event of a deal has stated, whole dollars; null where none has stated a sum, which is not a sum of 0. */
export function announcedSum({
	central_usd,
	headline_usd
}: Pick<DealRow, 'central_usd' | 'headline_usd'>): number | null {
	return central_usd === null && headline_usd === 0 ? null : headline_usd;
}
