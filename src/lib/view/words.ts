import type { ViewContext } from './types';

export const SCALES = ['linear', 'log'] as const;

/** The orders in which deals can be listed; an address of its own kind names its own. */
export const DEAL_SORTS = [
	'date',
	'value',
	'contribution',
	'due',
	'title',
	'firmness',
	'terminator',
	'idiocracy',
	'lean'
] as const;

/** By what a list of deals can be put together. */
export const DEAL_GROUPS = ['payer', 'kind', 'year', 'firmness'] as const;
export type DealGrouping = (typeof DEAL_GROUPS)[number];

/** The orders that an address can be listed in, without `-`. */
export function sortsOf(context: ViewContext): readonly string[] {
	return context.sorts ?? DEAL_SORTS;
}
