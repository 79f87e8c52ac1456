import type { Book } from './book';
import type { Day } from '$lib/records/day';
import type { Question } from './question';
import { withSweep } from './sweep';
import { FIRMNESS, LAYERS } from '$lib/records/vocabularies';

/** The steps from headline to counted, in their order (MODEL section 4). */
export const RECONCILIATION_KEYS = [
	'headline',
	'other_layers',
	'cut_or_cancelled',
	'not_firm',
	'headline_to_estimate',
	'outside_scope',
	'inside_bigger_deal',
	'counted'
] as const;
export type ReconciliationKey = (typeof RECONCILIATION_KEYS)[number];

export interface ReconciliationRow {
	key: ReconciliationKey;
	/** Whole dollars; what is taken off is negative. The first row and all steps add up to the last. */
	amount_usd: number;
	/** How many deals the row takes something from, or, in the first and last row, how many stand in it. */
	deals: number;
}

/** What one deal loses at each step, whole dollars ≥ 0. */
export interface DealSteps {
	index: number;
	headline: number;
	other_layers: number;
	cut_or_cancelled: number;
	not_firm: number;
	headline_to_estimate: number;
	outside_scope: number;
	inside_bigger_deal: number;
	/** Null where the deal is not kept. */
	counted: number | null;
}

/**
 * Asks each chosen deal that is known, in the book's order, for its way through the steps: whole dollars ≥ 0 in the order of
 * RECONCILIATION_KEYS, written into the same `steps` every time.
 */
function eachDeal(
	book: Book,
	question: Question,
	asOf: Day,
	use: (index: number, steps: Float64Array, kept: boolean) => void
): void {
	const { highWater, headline, rank, amount: amounts } = book.timeline;
	const minRank = FIRMNESS.indexOf(question.firmness);
	const steps = new Float64Array(RECONCILIATION_KEYS.length);
	withSweep(book, question, asOf, (sweep) => {
		sweep.advance(asOf);
		for (let index = 0; index < book.entries.length; index++) {
			const place = sweep.place(index);
			if (place < 0 || !sweep.matches[index]) continue;
			const inLayer = question.layers.includes(LAYERS[book.columns.layer[index]!]!);
			const [stated, current] = [highWater[place]!, headline[place]!];
			const contribution = sweep.contribution(index);
			const kept = contribution !== null;
			const estimated = kept ? amounts[question.estimate][place]! : 0;
			const amount = kept ? sweep.amount[index]! : 0;
			steps[0] = stated;
			steps[1] = inLayer ? 0 : stated;
			steps[2] = inLayer ? stated - current : 0;
			steps[3] = inLayer && rank[place]! < minRank ? current : 0;
			steps[4] = kept ? current - estimated : 0;
			steps[5] = estimated - amount;
			steps[6] = kept ? amount - contribution : 0;
			steps[7] = contribution ?? 0;
			use(index, steps, kept);
		}
	});
}

/** Each chosen deal's way from headline to contribution at a day, in the book's order. */
export function dealSteps(book: Book, question: Question, asOf: Day): DealSteps[] {
	const all: DealSteps[] = [];
	eachDeal(book, question, asOf, (index, [headline, layers, cut, soft, ends, outside, inside, counted], kept) =>
		all.push({
			index,
			headline: headline!,
			other_layers: layers!,
			cut_or_cancelled: cut!,
			not_firm: soft!,
			headline_to_estimate: ends!,
			outside_scope: outside!,
			inside_bigger_deal: inside!,
			counted: kept ? counted! : null
		})
	);
	return all;
}

/** The way from headline to counted at a day, eight rows that add up exactly. */
export function reconcile(book: Book, question: Question, asOf: Day): ReconciliationRow[] {
	const sums = new Float64Array(RECONCILIATION_KEYS.length);
	const counts = new Int32Array(RECONCILIATION_KEYS.length);
	const last = RECONCILIATION_KEYS.length - 1;
	eachDeal(book, question, asOf, (_, steps, kept) => {
		for (let step = 0; step <= last; step++) {
			sums[step]! += steps[step]!;
			if (step === 0 || (step === last && kept) || (step < last && steps[step] !== 0)) counts[step]!++;
		}
	});
	return RECONCILIATION_KEYS.map((key, step) => ({
		key,
		// From 0 taken away, so that nothing is 0 and not −0.
		amount_usd: step === 0 || step === last ? sums[step]! : 0 - sums[step]!,
		deals: counts[step]!
	}));
}
