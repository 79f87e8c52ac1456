import type { Book } from '$lib/ledger/book';
import { compare, type Comparison } from '$lib/ledger/compare';
import type { Projection } from '$lib/records';
import { comparables } from '$lib/ledger/window';
import type { View } from '$lib/view';

/** One projection against the deals of a question; no comparison where it is not comparable with deals. */
export function projection(
	book: Book,
	view: View,
	slug: string
): { projection: Projection; comparison: Comparison | null } | undefined {
	const found = book.records.projections.find((each) => each.slug === slug);
	if (!found) return undefined;
	if (!comparables(found).includes('deals')) return { projection: found, comparison: null };
	const exact = compare(book, view.question, view.as_of, found);
	const whole = (dollars: number): number => Math.round(dollars);
	return {
		projection: found,
		comparison: {
			...exact,
			due_to_date_usd: whole(exact.due_to_date_usd),
			contracted_usd: whole(exact.contracted_usd),
			path_to_date_usd: whole(exact.path_to_date_usd),
			needed_per_year_usd: exact.needed_per_year_usd === null ? null : whole(exact.needed_per_year_usd)
		}
	};
}
