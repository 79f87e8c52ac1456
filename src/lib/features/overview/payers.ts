import { compareText, isStandIn, type Book } from '$lib/ledger/book';
import { partOf } from '$lib/ledger/part-of';
import { withSweep } from '$lib/ledger/sweep';
import type { View } from '$lib/view';

/** Companies that the front page offers to be asked for. */
const OFFERED = 14;

/**
 * The companies that have promised most under a question, whatever it is narrowed to, the largest first, and those that are asked
 * for: what a reader can choose from. Parties that nobody names are left out.
 */
export function payersOffered(book: Book, view: View): { slug: string; name: string }[] {
	const { question, as_of } = view;
	const promised = new Map<string, number>();
	withSweep(book, { ...question, filters: {} }, as_of, (sweep) => {
		sweep.advance(as_of);
		for (const { index, deal } of book.entries)
			for (const slug of deal.payers) {
				const usd = partOf(deal, 'payers', slug, sweep.contribution(index) ?? 0);
				if (usd > 0 && !isStandIn(book, slug)) promised.set(slug, (promised.get(slug) ?? 0) + usd);
			}
	});
	const largest = [...promised].sort(([a, most], [b, more]) => more - most || compareText(a, b)).slice(0, OFFERED);
	const slugs = new Set([...largest.map(([slug]) => slug), ...(question.filters.payer ?? [])]);
	return [...slugs].map((slug) => ({ slug, name: book.organisations.get(slug)?.name ?? slug }));
}
