import { KINDS, LAYERS, WTF_LABELS } from '$lib/records/vocabularies';
import type { ParamName, Values, ViewContext } from './types';

/** The orders in which deals can be listed; an address of its own kind names its own. */
export const DEAL_SORTS = [
	'date',
	'value',
	'contribution',
	'recognised',
	'title',
	'firmness',
	'terminator',
	'idiocracy',
	'lean'
] as const;

/** The one list of names in an address, in the order in which they are written (MODEL section 9). */
const ALL: Record<ParamName, 'table' | 'all'> = {
	q: 'all',
	layers: 'all',
	kind: 'all',
	organisation: 'all',
	payer: 'all',
	payee: 'all',
	wtf: 'all',
	min_value: 'all',
	max_value: 'all',
	firmness: 'all',
	scope: 'all',
	estimate: 'all',
	as_of: 'all',
	revision: 'all',
	projection: 'all',
	from: 'all',
	to: 'all',
	step: 'all',
	basis: 'all',
	scale: 'all',
	weight: 'all',
	seed: 'all',
	runs: 'all',
	sort: 'all',
	page: 'all',
	per_page: 'all',
	raw: 'table',
	bom: 'table',
	labels: 'table'
};

export const PARAM_NAMES = Object.keys(ALL) as ParamName[];

/** The names that an address knows: all, but `raw`, `bom` and `labels` only where it writes a table. */
export function namesOf(context: ViewContext): ParamName[] {
	return PARAM_NAMES.filter((name) => ALL[name] === 'all' || context.table);
}

/** The orders that an address can be listed in, without `-`. */
export function sortsOf(context: ViewContext): readonly string[] {
	return context.sorts ?? DEAL_SORTS;
}

/** Lists of words stand in the order of their vocabulary, other lists in the order of the alphabet. */
const VOCABULARIES: Partial<Record<string, readonly string[]>> = { layers: LAYERS, kind: KINDS, wtf: WTF_LABELS };

/** A list as it is kept: in its canonical order, without repeats. */
export function ordered(name: ParamName, list: readonly string[]): string[] {
	const words = VOCABULARIES[name];
	return words ? words.filter((word) => list.includes(word)) : [...new Set(list)].sort();
}

/** The canonical text of a value; empty where there is none. */
export function written<Name extends ParamName>(name: Name, value: Values[Name]): string {
	if (Array.isArray(value)) return value.join(',');
	if (typeof value === 'boolean') return value ? '1' : '0';
	return String(value ?? (name === 'projection' ? 'none' : ''));
}
