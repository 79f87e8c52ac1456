import type { Book } from '$lib/ledger/book';
import { compare, type Comparison } from '$lib/ledger/compare';
import type { Projection } from '$lib/records';
import { comparables, isKnown } from '$lib/ledger/window';
import type { View } from '$lib/view';

/** A projection and what came of it as known at a day: before it was published, nothing. */
export interface Compared {
	projection: Projection;
	/** False before it was published. */
	known: boolean;
	/** Against the deals; null where it is not comparable with them, or not known. */
	comparison: Comparison | null;
}

/** One projection against the deals of a question. */
export function projection(book: Book, view: Pick<View, 'question' | 'as_of'>, slug: string): Compared | undefined {
	const found = book.records.projections.find((each) => each.slug === slug);
	if (!found) return undefined;
	const known = isKnown(found, view.as_of);
	if (!known || !comparables(found).includes('deals')) return { projection: found, known, comparison: null };
	const exact = compare(book, view.question, view.as_of, found);
	const whole = (dollars: number): number => Math.round(dollars);
	return {
		projection: found,
		known,
		comparison: {
			...exact,
			due_to_date_usd: whole(exact.due_to_date_usd),
			contracted_usd: whole(exact.contracted_usd),
			path_to_date_usd: whole(exact.path_to_date_usd),
			needed_per_year_usd: exact.needed_per_year_usd === null ? null : whole(exact.needed_per_year_usd)
		}
	};
}
