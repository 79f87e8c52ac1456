import type { DealFilters } from '$lib/records/derive/filters';
import {
	isSigned,
	type Counting,
	type DealStatus,
	type Estimate,
	type Firmness,
	type Layer,
	type Scope,
	type SpendShape,
	type WtfLabel
} from '$lib/records/vocabularies';

/** Filters choose deals; the rest of a question chooses how they are counted. A missing filter lets everything pass. */
export interface Filters extends DealFilters {
	/** Words, all of which occur in the deal or the names of its parties; case and accents do not matter. */
	q?: string;
	/** Slugs: payer or payee. */
	organisation?: string[];
	payer?: string[];
	payee?: string[];
	/** Labels of the reading at `as_of`. */
	wtf?: WtfLabel[];
	/** Whether it was called off as known at `as_of`. */
	status?: DealStatus[];
	/** Whole dollars, on the headline at `as_of`, both ends inclusive. */
	min_value?: number;
	max_value?: number;
}

/** What is asked of the ledger: which dollars count, and how. */
export interface Question {
	layers: Layer[];
	/** At least this firm. */
	firmness: Firmness;
	scope: Scope;
	estimate: Estimate;
	/** How a term is spread: evenly, or with spending that ramps up. */
	shape: SpendShape;
	/** Whether filters choose after counting (`whole`), or what they choose is counted as if there were nothing else (`alone`). */
	counting: Counting;
	filters: Filters;
}

/**
 * The same question of what is at least announced; undefined where it asks for nothing less firm itself. What the two differ by
 * is money that nobody has signed for.
 */
export function withoutUnsigned(question: Question): Question | undefined {
	return isSigned(question.firmness) ? undefined : { ...question, firmness: 'announced' };
}

/** The same question as filings are held against: they hold what is paid everywhere, and know nothing of filters. */
export function askEverywhere(question: Question, layers: readonly Layer[]): Question {
	return { ...question, layers: [...layers], scope: 'global', counting: 'whole', filters: {} };
}

/** MODEL section 4: demand and infrastructure, announced or firmer, worldwide, central, spread evenly, unfiltered. */
export const DEFAULT_QUESTION: Question = {
	layers: ['demand', 'infrastructure'],
	firmness: 'announced',
	scope: 'global',
	estimate: 'central',
	shape: 'even',
	counting: 'whole',
	filters: {}
};
