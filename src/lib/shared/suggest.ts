import type { Book } from '$lib/ledger/book';
import { nearestMatches } from '$lib/records/typed/fuzzy-match';

/** What is spelt like some words, whatever kind of record it is: addresses and titles, the likest first. */
export function suggestRecords(book: Book, words: string): { href: string; title: string }[] {
	const { deals, organisations, projections } = book.records;
	const known = [
		...deals.map(({ slug, title }) => ({ href: `/deals/${slug}`, title, slug })),
		...organisations.map(({ slug, name }) => ({ href: `/organisations/${slug}`, title: name, slug })),
		...projections.map(({ slug, title }) => ({ href: `/projections/${slug}`, title, slug }))
	];
	return nearestMatches(words, known, (each) => [each.slug, each.title]).map(({ href, title }) => ({ href, title }));
}
