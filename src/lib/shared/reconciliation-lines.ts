import type { ReconciliationLine } from './reconciliation';
import type { ReconciliationKey } from '$lib/ledger/reconcile';
import type { View } from '$lib/view';
import { plural } from '$lib/ui/format';
import type { LedgerLine } from './reconciliation-bars';
import { LAYER_NAMES } from '$lib/records/vocabularies';

function note(key: ReconciliationKey, deals: number, view: View): string {
	const { layers, scope, estimate } = view.question;
	const counted = layers.map((layer) => LAYER_NAMES[layer].toLowerCase()).join(' and ');
	const words: Record<ReconciliationKey, string> = {
		headline: 'as loudly as it was ever announced',
		other_layers: `outside ${counted}`,
		cut_or_cancelled: 'less than was once said',
		not_firm: 'below the firmness asked for',
		headline_to_estimate: `“up to” and ranges, taken at the ${estimate} estimate`,
		outside_scope: scope === 'us' ? 'not in the US, or nobody says where' : 'nothing: the whole world counts',
		inside_bigger_deal: 'the same dollars, seen twice',
		counted: 'every dollar once, so some add nothing'
	};
	return `${plural(deals, 'deal')}, ${words[key]}`;
}

/** The reconciliation as the ledger table shows it. */
export function reconciliationLines(lines: ReconciliationLine[], view: View): LedgerLine[] {
	return lines.map(({ key, label, amount_usd, deals }) => ({
		label: key === 'outside_scope' && view.question.scope === 'us' ? 'Outside the US' : label,
		usd: amount_usd,
		note: note(key, deals, view),
		role: key === 'headline' ? 'plain' : key === 'counted' ? 'total' : 'less'
	}));
}
