import type { Projection } from '$lib/records';
import type { Band, ScenarioInput, ScenarioResult } from '$lib/ledger/scenario/simulate';
import { targetOf, windowOf } from '$lib/ledger/window';
import type { Day } from '$lib/records/day';
import { count, day, money } from '$lib/ui/format';
import type { View } from '$lib/view';

/** What came of the runs for the projection's window, whole dollars. */
export interface ScenarioWindow extends Record<`${'' | 'signed_'}${keyof Band<number>}_usd`, number> {
	projection: string;
	start: Day;
	end: Day;
	target_usd: number;
	/** If every contract were kept in full and on time, and none were added. */
	full_usd: number;
	/** The part of the runs that reach the target, 0 to 1; absent where no new contracts are drawn, and once the window has closed. */
	chance?: number;
	/** What may be said of reaching it, in a sentence. */
	says: string;
}

/** What came of the runs of a view for a projection's window. */
export function windowOfRuns(
	view: View,
	projection: Projection,
	input: ScenarioInput,
	found: NonNullable<ScenarioResult['window']>
): ScenarioWindow {
	const { start, end } = windowOf(projection);
	const target_usd = targetOf(projection);
	const { signed, chance } = found;
	return {
		projection: projection.slug,
		start,
		end,
		target_usd,
		p10_usd: Math.round(found.p10),
		p50_usd: Math.round(found.p50),
		p90_usd: Math.round(found.p90),
		signed_p10_usd: Math.round(signed.p10),
		signed_p50_usd: Math.round(signed.p50),
		signed_p90_usd: Math.round(signed.p90),
		full_usd: Math.round(found.full),
		...(chance !== undefined && { chance }),
		says: sayReach(view, end, target_usd, input, found)
	};
}

function sayReach(
	{ as_of, runs }: View,
	end: Day,
	target: number,
	{ newContracts, target: asked }: ScenarioInput,
	{ full, chance }: NonNullable<ScenarioResult['window']>
): string {
	const dueSoFar = Math.round(asked?.due ?? 0);
	if (end <= as_of) return `The window closed on ${day(end)}: ${money(dueSoFar)} of ${money(target)} fell due in it.`;
	if (dueSoFar >= target) return `What is due by ${day(as_of)} reaches ${money(target)} already.`;
	const isShort = Math.round(full) < target;
	const alone = isShort
		? `${money(target)} cannot be reached without new deals: all contracts, kept in full and on time, come to ${money(full)}.`
		: `All contracts, kept in full and on time, come to ${money(full)}, which reaches ${money(target)}.`;
	if (chance !== undefined) {
		const hits = Math.round(chance * runs);
		const some = hits === 0 ? 'None' : hits === runs ? 'All' : count(hits);
		return `${some} of ${count(runs)} runs reach ${money(target)} with new contracts as in the ${newContracts?.additions.length} months before. ${alone}`;
	}
	return newContracts ? `Nothing was added in the ${newContracts.additions.length} months before. ${alone}` : alone;
}
