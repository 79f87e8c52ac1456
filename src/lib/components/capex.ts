import type { CapexProjection } from '$lib/answers/capex';
import type { GuidanceMove, GuidanceStatement } from '$lib/ledger/capex';
import type { CapexMeasure } from '$lib/ledger/words';
import { money, moneyRange } from './format';

/** What a measure of capital spending is called; a measure of guidance that nobody reports is written as it is. */
export const MEASURE_NAMES: Record<CapexMeasure, string> = {
	payments_for_ppe: 'Cash paid for property and equipment',
	including_finance_leases: 'Capital spending with finance leases'
};

export function measureName(measure: string): string {
	const known = Object.entries(MEASURE_NAMES).find(([name]) => name === measure);
	const text = measure.replaceAll('_', ' ');
	return known?.[1] ?? text.charAt(0).toUpperCase() + text.slice(1);
}

const MOVES: Record<GuidanceMove, string> = {
	first: 'first said',
	raised: 'raised',
	cut: 'cut',
	changed: 'range changed',
	kept: 'kept',
	no_amount: 'no amount'
};

/** A statement's amount as it was given. */
export function guidedText({ row: { low_usd, high_usd } }: GuidanceStatement): string {
	if (low_usd !== null && high_usd !== null) return moneyRange(low_usd, high_usd);
	if (low_usd !== null) return `at least ${money(low_usd)}`;
	return high_usd === null ? 'no amount' : `up to ${money(high_usd)}`;
}

/** What a statement did to the one before it. */
export function moveText({ move, change_usd }: GuidanceStatement): string {
	if (change_usd === null || change_usd === 0) return MOVES[move];
	return `${MOVES[move]} by ${money(Math.abs(change_usd))}`;
}

/** Where a projection's rail ends and what stands on it, in percent of its length. */
export function railOf({ target_usd, reported_usd, path_usd }: CapexProjection) {
	const end = Math.max(target_usd, reported_usd, 1);
	const at = (usd: number): number => (usd / end) * 100;
	return { reported: at(reported_usd), path: at(path_usd), target: at(target_usd) };
}
