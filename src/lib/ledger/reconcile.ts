import type { Book } from './book';
import type { Day } from './day';
import type { Question } from './question';
import { Sweep } from './sweep';
import { estimate, headline } from './value';
import { FIRMNESS } from './words';

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

/** One deal after the other: of a million, none need be held for a sum. */
function* eachDeal(book: Book, question: Question, asOf: Day): Generator<DealSteps> {
	const sweep = new Sweep(book, question, asOf).advance(asOf);
	const minRank = FIRMNESS.indexOf(question.firmness);
	for (const entry of book.entries) {
		const state = sweep.state(entry);
		if (!state || !sweep.matches[entry.index]) continue;
		const inLayer = question.layers.includes(entry.layer);
		const current = state.cancelled ? 0 : headline(state.value);
		const firm = state.rank >= minRank;
		const contribution = sweep.contribution(entry.index);
		const kept = contribution !== null;
		const estimated = kept ? (estimate(state.value, question.estimate) ?? 0) : 0;
		const amount = sweep.amount[entry.index]!;
		yield {
			index: entry.index,
			headline: state.highWater,
			other_layers: inLayer ? 0 : state.highWater,
			cut_or_cancelled: inLayer ? state.highWater - current : 0,
			not_firm: inLayer && !firm ? current : 0,
			headline_to_estimate: kept ? current - estimated : 0,
			outside_scope: estimated - amount,
			inside_bigger_deal: kept ? amount - contribution : 0,
			counted: contribution
		};
	}
}

/** Each filtered deal's way from headline to contribution at a day, in slug order. */
export function dealSteps(book: Book, question: Question, asOf: Day): DealSteps[] {
	return [...eachDeal(book, question, asOf)];
}

/** The way from headline to counted at a day, eight rows that add up exactly. */
export function reconcile(book: Book, question: Question, asOf: Day): ReconciliationRow[] {
	const rows = RECONCILIATION_KEYS.map((key): ReconciliationRow => ({ key, amount_usd: 0, deals: 0 }));
	for (const step of eachDeal(book, question, asOf)) {
		for (const row of rows) {
			const part = step[row.key];
			const isEnd = row.key === 'headline' || row.key === 'counted';
			if (part === null || (part === 0 && !isEnd)) continue;
			row.amount_usd += isEnd ? part : -part;
			row.deals++;
		}
	}
	return rows;
}
