import type { Book } from '$lib/ledger/book';
import { yearsAt, type YearsByLayer } from '$lib/ledger/term';
import type { AssumedTerms } from '$lib/records';
import { methodLines, type MethodLine } from '$lib/shared/method-history';
import type { View } from '$lib/view';

/** The assumed terms in force on the day, and every line of them that had begun by then. */
export interface TermsPage {
	years: YearsByLayer;
	/** The layers of which the ledger records no term: that of the method holds. */
	unrecorded: string[];
	lines: MethodLine[];
}

/** The answer of `/terms`. */
export function termsPage({ records }: Book, { as_of }: View): TermsPage {
	const years = yearsAt(records.terms, as_of);
	const recorded = records.terms.map(({ slug }) => slug);
	return {
		years,
		unrecorded: Object.keys(years).filter((layer) => !recorded.includes(layer)),
		lines: methodLines({ ...records, indicators: [] }, as_of)
	};
}

/** The assumed term of one layer: its lines that had begun by the day. */
export interface TermPage {
	slug: string;
	notes: string | null;
	lines: MethodLine[];
}

/** The answer of `/terms/<slug>`; undefined where the ledger records none of that layer. */
export function termPage({ records }: Book, { as_of }: View, slug: string): TermPage | undefined {
	const term = records.terms.find((each) => each.slug === slug);
	if (!term) return undefined;
	return {
		slug,
		notes: term.notes ?? null,
		lines: methodLines({ ...records, terms: [term], indicators: [] }, as_of)
	};
}

/** The terms of a layer as they are published, a row from each day. */
export function termRows({ slug, terms }: AssumedTerms) {
	return terms.map(({ from, years, by, reason }) => ({ slug, from, years, by, reason }));
}
