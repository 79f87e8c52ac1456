import type { Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import type { Question } from '$lib/ledger/question';
import { DueCurve } from '$lib/ledger/due';
import { partsInScope, Sweep } from '$lib/ledger/sweep';
import { estimate } from '$lib/records/value';
import { ESTIMATES, type Estimate } from '$lib/records/vocabularies';

/** What a total rests on: its range, and how much of it is assumed or missing. Whole dollars at one day. */
export interface Uncertainty {
	counted: Record<Estimate, number>;
	due: Record<Estimate, number>;
	/** Kept deals, and those of them that add something. */
	kept_deals: number;
	contributing_deals: number;
	/** Contributions due over a term that nobody stated. */
	assumed_term_usd: number;
	assumed_term_deals: number;
	/** Deals that would be kept but state no amount: they count 0. */
	undisclosed_deals: number;
	/** Deals that would be kept but whose place is not known, with what they would be worth: left out of a national scope. */
	unknown_place_usd: number;
	unknown_place_deals: number;
}

/** The uncertainty of a question's totals as known at a day. */
export function measureUncertainty(book: Book, question: Question, asOf: Day): Uncertainty {
	const range = ESTIMATES.map((which) => {
		const sweep = new Sweep(book, { ...question, estimate: which }, asOf).advance(asOf);
		return [which, sweep.counted, Math.round(new DueCurve(book, sweep).total(asOf))] as const;
	});
	const sweep = new Sweep(book, question, asOf).advance(asOf);
	const due = new DueCurve(book, sweep);
	const result: Uncertainty = {
		counted: Object.fromEntries(range.map(([which, counted]) => [which, counted])) as Uncertainty['counted'],
		due: Object.fromEntries(range.map(([which, , total]) => [which, total])) as Uncertainty['due'],
		kept_deals: 0,
		contributing_deals: 0,
		assumed_term_usd: 0,
		assumed_term_deals: 0,
		undisclosed_deals: 0,
		unknown_place_usd: 0,
		unknown_place_deals: 0
	};
	for (const entry of book.entries) {
		const contribution = sweep.contribution(entry.index);
		if (contribution === null) continue;
		const amount = estimate(sweep.state(entry)?.value, question.estimate);
		result.kept_deals++;
		if (contribution > 0) result.contributing_deals++;
		if (contribution > 0 && due.span(entry.index)?.assumed) {
			result.assumed_term_usd += contribution;
			result.assumed_term_deals++;
		}
		if (amount === null) result.undisclosed_deals++;
		else if (partsInScope(entry, question) === null) {
			result.unknown_place_usd += amount;
			result.unknown_place_deals++;
		}
	}
	return result;
}
