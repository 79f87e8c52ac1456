import type { Book } from '$lib/ledger/book';
import { dealSteps, reconcile, type DealSteps, type ReconciliationKey } from '$lib/ledger/reconcile';
import type { View } from '$lib/view';
import { evidenceLine } from './evidence-line';
import { measureUncertainty, type Uncertainty } from './uncertainty';

/** A step from announced to counted, as it is published. */
export interface ReconciliationLine {
	key: ReconciliationKey;
	label: string;
	/** Whole dollars; what is taken off is negative. */
	amount_usd: number;
	deals: number;
}

const LABELS: Record<ReconciliationKey, string> = {
	headline: 'Announced',
	other_layers: 'Other layers',
	cut_or_cancelled: 'Cut or cancelled',
	not_firm: 'Not firm enough',
	headline_to_estimate: 'Range to estimate',
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

/** The page of the reconciliation: the lines, what the total rests on, and what each deal loses where. */
export interface ReconciliationPage {
	lines: ReconciliationLine[];
	uncertainty: Uncertainty;
	/** How far the counted total can be believed, in a sentence; null where nothing counts. */
	evidence: string | null;
	/** Every deal that loses something or counts, the largest announced first. */
	deals: (Omit<DealSteps, 'index'> & { slug: string; title: string })[];
}

/** The answer of `/reconciliation`. */
export function reconciliationPage(book: Book, view: View): ReconciliationPage {
	const deals = dealSteps(book, view.question, view.as_of)
		.map(({ index, ...steps }) => ({
			slug: book.entries[index]!.deal.slug,
			title: book.entries[index]!.deal.title,
			...steps
		}))
		.filter((each) => each.headline > 0 || each.counted !== null)
		.sort((a, b) => b.headline - a.headline || (a.slug < b.slug ? -1 : 1));
	return {
		lines: reconciliation(book, view),
		uncertainty: measureUncertainty(book, view.question, view.as_of),
		evidence: evidenceLine(book, view.question, view.as_of),
		deals
	};
}
