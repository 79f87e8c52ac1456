import type { Book } from './book';
import type { Day } from '$lib/records/day';
import { DEFAULT_QUESTION } from './question';
import { dueCurve } from './due';
import { reconcile } from './reconcile';

/** The totals of a ledger under the question that nobody has changed, whole dollars; worldwide but for the last. */
export interface Totals {
	headline_usd: number;
	counted_usd: number;
	due_usd: number;
	/** What of the counted is known to be built in the US: the scope that the front page begins with. */
	counted_us_usd: number;
}

/** The totals as known on a day. */
export function totalsOf(book: Book, day: Day): Totals {
	const rows = reconcile(book, DEFAULT_QUESTION, day);
	return {
		headline_usd: rows[0]!.amount_usd,
		counted_usd: rows.at(-1)!.amount_usd,
		due_usd: Math.round(dueCurve(book, DEFAULT_QUESTION, day).total(day)),
		counted_us_usd: reconcile(book, { ...DEFAULT_QUESTION, scope: 'us' }, day).at(-1)!.amount_usd
	};
}
