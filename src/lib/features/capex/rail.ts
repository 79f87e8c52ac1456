import type { Forecast } from '$lib/shared/forecasts';

/** Where a projection's rail ends and what stands on it, in percent of its length. */
export function railOf({ target_usd, reported_usd, path_usd }: Forecast) {
	const end = Math.max(target_usd, reported_usd, 1);
	const at = (usd: number): number => (usd / end) * 100;
	return { reported: at(reported_usd), path: at(path_usd), target: at(target_usd) };
}
