import type { Book } from '$lib/ledger/book';
import { reconcile, type ReconciliationKey } from '$lib/ledger/reconcile';
import type { View } from '$lib/view';

/** A step from headline to counted, as it is published. */
export interface ReconciliationLine {
	key: ReconciliationKey;
	label: string;
	/** Whole dollars; what is taken off is negative. */
	amount_usd: number;
	deals: number;
}

const LABELS: Record<ReconciliationKey, string> = {
	headline: 'Headline',
	other_layers: 'Other layers',
	cut_or_cancelled: 'Cut or cancelled',
	not_firm: 'Not firm enough',
	headline_to_estimate: 'Headline to estimate',
	outside_scope: 'Outside the scope',
	inside_bigger_deal: 'Inside a bigger deal',
	counted: 'Counted'
};

/** The reconciliation of a view: eight lines that add up to the dollar. */
export function reconciliation(book: Book, view: View): ReconciliationLine[] {
	return reconcile(book, view.question, view.as_of).map(({ key, amount_usd, deals }) => ({
		key,
		label: LABELS[key],
		amount_usd,
		deals
	}));
}
