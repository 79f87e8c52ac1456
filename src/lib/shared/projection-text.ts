import type { ProjectionRow } from './projection-rows';
import { money, moneyRange } from '$lib/ui/format';

/**
 * The target of a projection as it was stated: `$3T to $4T`, `at least $500B`. `central` is the middle that it names itself: where
 * both ends are known too, it is said beside them.
 */
export function targetText(
	{ low_usd, central_usd, high_usd }: Pick<ProjectionRow, 'low_usd' | 'central_usd' | 'high_usd'>,
	central?: number
): string {
	if (central !== undefined) {
		if (low_usd === null && high_usd === null) return money(central);
		return `${moneyRange(low_usd ?? central, high_usd ?? central)}, central ${money(central)}`;
	}
	if (low_usd !== null && high_usd !== null) return moneyRange(low_usd, high_usd);
	if (low_usd !== null) return `at least ${money(low_usd)}`;
	return high_usd === null ? money(central_usd) : `up to ${money(high_usd)}`;
}
