import type { Book } from '$lib/ledger/book';
import { curves } from '$lib/ledger/curves';
import { stepEnds, type Day } from '$lib/records/day';
import { wtfIndex } from '$lib/ledger/wtf-index';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { reconcile } from '$lib/ledger/reconcile';

export const AS_OF: Day = '2026-10-31';

/** 120 months: ten years, of which the last two are still to come. */
export const MONTHS: Day[] = stepEnds('2019-01-01', '2028-12-31', 'month');

/** What the dashboard asks at once: the three curves over ten years by month, the reconciliation and the index. */
export function dashboard(book: Book) {
	return {
		curves: curves(book, DEFAULT_QUESTION, AS_OF, MONTHS),
		reconciliation: reconcile(book, DEFAULT_QUESTION, AS_OF),
		index: wtfIndex(book, DEFAULT_QUESTION, AS_OF, MONTHS, 'value')
	};
}
