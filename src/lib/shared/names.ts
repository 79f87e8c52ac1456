import type { Book } from '$lib/ledger/book';

/** The names of organisations by slug, for those that some records mention. */
export type Names = Record<string, string>;

/** The names of the organisations that some slugs stand for; a slug that nobody knows stands for itself. */
export function namesOf(book: Book, slugs: Iterable<string>): Names {
	const names: Names = {};
	for (const slug of slugs) names[slug] = book.organisations.get(slug)?.name ?? slug;
	return names;
}
