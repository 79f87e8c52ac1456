import type { Book } from '$lib/ledger/book';
import { windowOf } from '$lib/ledger/window';
import { normalise } from '$lib/ledger/filter';
import type { Organisation, Projection } from '$lib/records';
import type { View } from '$lib/view';
import { suggestRecords } from '$lib/shared/suggest';
import { deals } from '$lib/shared/deal-list';
import type { DealRow } from '$lib/shared/deal-rows';
import { namesOf, type Names } from '$lib/shared/names';
import { projections, type ProjectionRow } from '$lib/shared/projection-rows';

/** Everything that a few words find, whatever kind of record it is. */
export interface SearchAnswer {
	q: string;
	deals: DealRow[];
	deals_count: number;
	organisations: { slug: string; name: string; kind: Organisation['kind']; deals: number }[];
	projections: ProjectionRow[];
	/** Where nothing was found: what is spelt like it. */
	near: { href: string; title: string }[];
	names: Names;
}

const SHOWN = 12;

function hasWords(words: string[], texts: (string | undefined)[]): boolean {
	const text = normalise(texts.filter(Boolean).join(' '));
	return words.every((word) => text.includes(word));
}

function organisationsFor(book: Book, words: string[]): SearchAnswer['organisations'] {
	const found = book.records.organisations.filter((each) =>
		hasWords(words, [each.slug, each.name, each.ticker, ...(each.aliases ?? [])])
	);
	return found
		.map(({ slug, name, kind }) => ({
			slug,
			name,
			kind,
			deals: book.entries.filter(({ deal }) => deal.payers.includes(slug) || deal.payees.includes(slug)).length
		}))
		.sort((a, b) => b.deals - a.deals || (a.slug < b.slug ? -1 : 1));
}

function isFound(projection: Projection, words: string[]): boolean {
	const { slug, title, author, institution, covers } = projection;
	return hasWords(words, [
		slug,
		title,
		author,
		institution,
		covers,
		windowOf(projection).start,
		windowOf(projection).end
	]);
}

/** The answer of `/search`: deals, organisations and projections that hold every word of `q`. */
export function search(book: Book, view: View): SearchAnswer {
	const q = view.question.filters.q ?? '';
	const words = normalise(q).split(/\s+/).filter(Boolean);
	if (words.length === 0)
		return { q, deals: [], deals_count: 0, organisations: [], projections: [], near: [], names: {} };
	const found = deals(book, { ...view, sort: view.sort ?? '-value' });
	const shown = found.slice(0, SHOWN);
	const organisations = organisationsFor(book, words);
	const slugs = new Set(book.records.projections.filter((each) => isFound(each, words)).map((each) => each.slug));
	const listed = projections(book, view.as_of).filter((each) => slugs.has(each.slug));
	const nothing = found.length + organisations.length + listed.length === 0;
	return {
		q,
		deals: shown,
		deals_count: found.length,
		organisations: organisations.slice(0, SHOWN),
		projections: listed.slice(0, SHOWN),
		near: nothing ? suggestRecords(book, q) : [],
		names: namesOf(book, new Set(shown.flatMap((row) => [...row.payers, ...row.payees])))
	};
}
