import { FILTERED } from '../deal-filters';
import type { Fields, TypeOf } from '../define';

/** A field of a closed vocabulary by which a list of records can be narrowed: a name of the address, and a facet. */
export interface FieldFilter<Word extends string = string> {
	/** The heading of its facet. */
	title: string;
	about: string;
	words: readonly Word[];
	labels: Readonly<Record<string, string>>;
}

type FiltersOf<F> = {
	[Name in keyof F as F[Name] extends { readonly filters: true } ? Name : never]: FieldFilter<
		Extract<TypeOf<F[Name]>, string>
	>;
};

function filtersOf<F extends Fields>(fields: F): FiltersOf<F> {
	const entries = Object.entries(fields).flatMap(([name, field]) => {
		if (field.kind !== 'choice' || !field.filter) return [];
		const { title, about = `${title}.` } = field.filter;
		const { words, labels } = field.vocabulary;
		return [[name, { title, about, words, labels }]];
	});
	return Object.fromEntries(entries) as FiltersOf<F>;
}

/** The fields of a deal that lists of deals can be narrowed by. */
export const DEAL_FILTERS = filtersOf(FILTERED);
export type DealFilter = keyof typeof DEAL_FILTERS;
export const DEAL_FILTER_NAMES = Object.keys(DEAL_FILTERS) as DealFilter[];

/** Words of which a deal has one, by field; a missing one lets everything pass. */
export type DealFilters = { [Name in DealFilter]?: (typeof DEAL_FILTERS)[Name]['words'][number][] };
