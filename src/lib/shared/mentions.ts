import type { Book } from '$lib/ledger/book';
import { windowOf, windowYears } from '$lib/ledger/window';
import { mentionPattern, type Mentions } from './prose';

/** What a mention stands for; undefined where it is only a word with a hyphen. */
function resolveMention(book: Book, found: string, query: string): Mentions[string] | undefined {
	const [filter, slug] = found.split('=') as [string, string?];
	if (slug !== undefined) {
		const name = book.organisations.get(slug)?.name;
		const words = { payer: 'promised by', payee: 'promised to', organisation: 'with' }[filter] ?? 'with';
		return name === undefined
			? undefined
			: { title: `the deals ${words} ${name}`, href: `/deals?${filter}=${slug}${query.replace('?', '&')}` };
	}
	const index = book.bySlug.get(found);
	if (index !== undefined) {
		const { title, short } = book.entries[index]!.deal;
		return { title: short ?? title, href: `/deals/${found}${query}` };
	}
	const projection = book.records.projections.find((each) => each.slug === found);
	if (!projection) return undefined;
	const title = projection.short ?? `${projection.institution}, ${windowYears(windowOf(projection))}`;
	return { title, href: `/projections/${found}${query}` };
}

/** The texts in an answer that somebody wrote: those with spaces in them. */
function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') {
		if (value.includes(' ')) yield value;
	} else if (value && typeof value === 'object') for (const each of Object.values(value)) yield* textsIn(each);
}

/**
 * The records that the texts of an answer speak of by their names in addresses, so that a page can call them by their titles: a
 * record is written once, and a title may change. `query` is what links of the page take along, with its `?`.
 */
export function mentionsIn(book: Book, answer: unknown, query: string): Mentions {
	const mentions: Mentions = {};
	for (const text of textsIn(answer))
		for (const [found] of text.matchAll(mentionPattern())) {
			const stands = resolveMention(book, found, query);
			if (stands) mentions[found] = stands;
		}
	return mentions;
}
