import type { Book } from '$lib/ledger/book';
import { againstDeals } from '$lib/ledger/window';
import { yearOf } from '$lib/records/day';
import { nearestMatches } from '$lib/records/typed/fuzzy-match';
import { handedOn, viewEntries, type View, type ViewContext, type ViewFault } from '$lib/view';
import { parseView } from '$lib/view/parse';
import type { Page } from './define';
import { PAGES, type AnswerOf, type PageName } from './index';
import type { Narrowing } from '$lib/shared/narrowings';
import type { Mentions } from '$lib/shared/prose';
import { namedRecords } from './named';

/** What came of asking: an answer, what is wrong with the address, or what may have been meant by an unknown slug. */
export type Asked<N extends PageName> =
	| { status: 200; view: View; answer: AnswerOf<N>; narrowed: Narrowing[]; mentions: Mentions }
	| { status: 400; faults: ViewFault[] }
	/** `removed` is the revision that took the record away; absent where there never was one, or nobody knows. */
	| { status: 404; near: { href: string; title: string }[]; removed?: number };

/** What the addresses of a ledger default to and choose from. */
export function contextOf(book: Book, today: string, more: Partial<ViewContext> = {}): ViewContext {
	const [first] = book.entries;
	return {
		today,
		address: 'page',
		projections: againstDeals(book.records.projections),
		hasOrganisation: (slug) => book.organisations.has(slug),
		nearOrganisations: (slug) =>
			nearestMatches(slug, book.organisations.values(), (each) => [each.slug, each.name]).map((each) => each.slug),
		firstEventYear: first ? yearOf(first.firstDay) : null,
		...more
	};
}

/** The words are fetched only where something is asked for beyond the page's own defaults. */
async function narrowings(page: PageName, book: Book, view: View, context: ViewContext): Promise<Narrowing[]> {
	if (viewEntries(view, context).length === 0) return [];
	return (await import('$lib/shared/narrowings')).narrowingsOf(book, view, context, page);
}

/** Asks a page of the ledger: the same on the server and, from the snapshot, in the browser. */
export async function ask<N extends PageName>(
	name: N,
	book: Book,
	params: URLSearchParams,
	today: string,
	slug = '',
	lastRevision?: number
): Promise<Asked<N>> {
	const { answer, record, defaults, prose }: Page = PAGES[name];
	if (!answer) throw new Error(`The page ${name} is not asked of the ledger.`);
	const context = contextOf(book, today, { ...defaults, lastRevision });
	const { view, faults } = parseView(params, context);
	if (faults.length > 0) return { status: 400, faults };
	const found = (await (await answer())(book, view, slug)) as AnswerOf<N> | undefined;
	if (found !== undefined) {
		const mentions = prose
			? (await import('$lib/shared/mentions')).mentionsIn(book, found, handedOn(view, context))
			: {};
		return { status: 200, view, answer: found, narrowed: await narrowings(name, book, view, context), mentions };
	}
	const like = record ? nearestMatches(slug, namedRecords(book, record), (each) => [each.slug, each.title]) : [];
	return { status: 404, near: like.map((each) => ({ href: `/${record}/${each.slug}`, title: each.title })) };
}
