import type { Target } from '$lib/charts/kinds/spend/types';
import type { Projection } from '$lib/records';
import { hasOnlyFloor, targetOf, windowOf, windowYears } from '$lib/ledger/window';

/** A projection as a chart shows it: its central dollars, how they are read, whose they are. */
export function targetFrom(projection: Projection): Target {
	const target_usd = targetOf(projection);
	return {
		slug: projection.slug,
		target_usd,
		reading: `in ${windowYears(windowOf(projection))}`,
		author: projection.institution,
		floor: hasOnlyFloor(projection),
		window: windowOf(projection)
	};
}
