import type { BacklogMetric } from '$lib/ledger/filings';
import { money, percent, quarter } from '$lib/ui/format';
import type { FilingsPage } from './answer';

export const METRIC_NAMES: Record<BacklogMetric, string> = {
	revenue_backlog: 'revenue backlog',
	backlog: 'backlog',
	rpo_total: 'remaining performance obligations',
	rpo_commercial: 'commercial remaining performance obligations'
};

/** The title: how much of the smallest and the largest share of a backlog the ledger sees. */
export function filingsTitle({ backlogs, names }: FilingsPage): string {
	const rated = backlogs.flatMap(({ company, share }) => (share === null ? [] : [{ name: names[company], share }]));
	const [most, least] = [rated[0], rated.at(-1)];
	if (!most || !least) return 'No company has filed a backlog yet';
	const one = `The ledger sees ${percent(least.share)} of ${least.name}’s backlog`;
	return most === least ? one : `${one} and ${percent(most.share)} of ${most.name}’s`;
}

/** Under the title: the same of capital spending, in the last quarter that all have reported. */
export function filingsDeck({ quarters }: FilingsPage): string {
	const last = quarters.findLast(({ share }) => share !== null);
	if (!last) return 'The ledger holds announced deals only; what companies file holds everything they sell and build.';
	const due = `deals that they pay had ${money(last.due_usd)} due in it, ${percent(last.share!)} as much`;
	return `Companies reported ${money(last.reported_usd!)} of capex for ${quarter(last.date)}; ${due}. The ledger holds announced deals only.`;
}
