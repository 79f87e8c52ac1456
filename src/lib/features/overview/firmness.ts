import type { Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import type { Question } from '$lib/ledger/question';
import { withSweep } from '$lib/ledger/sweep';
import { FIRMNESS, type Firmness } from '$lib/records/vocabularies';

/** One step down in firmness, whole dollars. */
export interface FirmnessStep {
	firmness: Firmness;
	/** The counted total of the same question when it asks for at least this. */
	counted_usd: number;
	/** What that adds to the step before, ≥ 0: all of it for the firmest. */
	adds_usd: number;
}

/** How firm a question's total is at a day: from definitive down to rumoured, whatever firmness the question itself asks for. */
export function firmnessSteps(book: Book, question: Question, asOf: Day): FirmnessStep[] {
	let before = 0;
	return FIRMNESS.toReversed().map((firmness) => {
		const counted_usd = withSweep(book, { ...question, firmness }, asOf, (sweep) => sweep.advance(asOf).counted);
		const adds_usd = counted_usd - before;
		before = counted_usd;
		return { firmness, counted_usd, adds_usd };
	});
}
