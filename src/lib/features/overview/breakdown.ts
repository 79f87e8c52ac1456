import type { Found } from './answer';
import { windowOf, windowYears } from '$lib/ledger/window';
import type { View } from '$lib/view';
import { day } from '$lib/ui/format';
import { reconciliationLines } from '$lib/shared/reconciliation-lines';
import type { LedgerLine } from '$lib/shared/reconciliation-bars';

/** How the counted total is made, and what of it falls into the projection's window; with the answer, so that no page begins with it. */
export function breakDown({ reconciliation, projection, comparison, now }: Found, view: View): LedgerLine[] {
	const way = reconciliationLines(reconciliation, view);
	if (!projection || !comparison)
		return [...way, { label: `due to ${day(view.as_of)}`, usd: now.due_usd, role: 'due' }];
	const { due_to_date_usd, contracted_usd } = comparison;
	const years = windowYears(windowOf(projection));
	const outside = now.counted_usd === null ? 0 : now.counted_usd - contracted_usd;
	return [
		...way,
		{ label: `due in ${years} so far`, usd: due_to_date_usd, role: 'due' },
		{ label: 'more under contract in the window', usd: contracted_usd - due_to_date_usd, role: 'of' },
		{ label: 'outside the window', usd: outside, role: 'of' }
	];
}
