import type { Book } from '$lib/ledger/book';
import { comparables } from '$lib/ledger/window';
import { yearOf } from '$lib/records/day';
import { near } from '$lib/records/typed/fuzzy-match';
import type { View, ViewContext, ViewFault } from '$lib/view';
import { parseView } from '$lib/view/parse';
import { CONTEXTS, type PageName } from '$lib/features/context';

/** A page that is asked of the ledger. The pure function that answers it is fetched when it is first asked. */
interface Page {
	/** `slug` is the last part of the address where the page shows one record; undefined: there is no such record. */
	answer: () => Promise<(book: Book, view: View, slug: string) => unknown>;
	/** Slugs and titles of the records it shows one of, for near matches; the folder of their addresses. */
	records?: (book: Book) => { slug: string; title: string }[];
	folder?: string;
}

/** Every page that shows an answer. */
export const PAGES = {
	dashboard: { answer: async () => (await import('$lib/features/overview/answer')).dashboard },
	deals: { answer: async () => (await import('$lib/features/deals/answer')).explorer },
	deal: {
		answer: async () => (await import('$lib/shared/deal')).deal,
		records: (book: Book) => book.records.deals,
		folder: '/deals'
	},
	reconciliation: { answer: async () => (await import('$lib/shared/reconciliation')).reconciliationPage },
	projections: { answer: async () => (await import('$lib/shared/projection-rows')).projectionsPage },
	projection: {
		answer: async () => (await import('$lib/shared/projection-rows')).projectionPage,
		records: (book: Book) => book.records.projections,
		folder: '/projections'
	},
	wtf: { answer: async () => (await import('$lib/shared/wtf-rows')).wtfPage },
	search: { answer: async () => (await import('$lib/features/search/answer')).search },
	board: { answer: async () => (await import('$lib/shared/board')).board },
	indicators: { answer: async () => (await import('$lib/shared/reading-lines')).indicatorsPage },
	indicator: {
		answer: async () => (await import('$lib/features/readings/reading')).indicatorPage,
		records: (book: Book) => book.records.indicators.map(({ slug, name }) => ({ slug, title: name })),
		folder: '/indicators'
	},
	capex: { answer: async () => (await import('$lib/features/capex/answer')).capexPage },
	method: { answer: async () => (await import('$lib/features/method/answer')).methodPage },
	flows: { answer: async () => (await import('$lib/features/flows/answer')).flowsPage },
	loops: { answer: async () => (await import('$lib/features/flows/answer')).loopsPage },
	organisations: { answer: async () => (await import('$lib/features/organisations/answer')).organisationsPage },
	organisation: {
		answer: async () => (await import('$lib/features/organisations/organisation')).organisation,
		records: (book: Book) => book.records.organisations.map(({ slug, name }) => ({ slug, title: name })),
		folder: '/organisations'
	},
	scenarios: { answer: async () => (await import('$lib/features/scenarios/answer')).scenariosPage },
	changes: { answer: async () => (await import('$lib/features/changes/answer')).changesPage }
} satisfies Record<PageName, Page>;
export type AnswerOf<N extends PageName> = NonNullable<ReturnType<Awaited<ReturnType<(typeof PAGES)[N]['answer']>>>>;

/** What came of asking: an answer, what is wrong with the address, or what may have been meant by an unknown slug. */
export type Asked<N extends PageName> =
	| { status: 200; view: View; answer: AnswerOf<N> }
	| { status: 400; faults: ViewFault[] }
	/** `removed` is the revision that took the record away; absent where there never was one, or nobody knows. */
	| { status: 404; near: { href: string; title: string }[]; removed?: number };

/** What the addresses of a ledger default to and choose from. */
export function contextOf(book: Book, today: string, more: Partial<ViewContext> = {}): ViewContext {
	const [first] = book.entries;
	return {
		today,
		address: 'page',
		projections: book.records.projections.filter((each) => comparables(each).includes('deals')),
		hasOrganisation: (slug) => book.organisations.has(slug),
		nearOrganisations: (slug) =>
			near(slug, book.organisations.values(), (each) => [each.slug, each.name]).map((each) => each.slug),
		firstEventYear: first ? yearOf(first.firstDay) : null,
		...more
	};
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
	const { answer, records, folder }: Page = PAGES[name];
	const { view, faults } = parseView(params, contextOf(book, today, { ...CONTEXTS[name], lastRevision }));
	if (faults.length > 0) return { status: 400, faults };
	const found = (await answer())(book, view, slug) as AnswerOf<N> | undefined;
	if (found !== undefined) return { status: 200, view, answer: found };
	const like = near(slug, records?.(book) ?? [], (each) => [each.slug, each.title]);
	return { status: 404, near: like.map((each) => ({ href: `${folder}/${each.slug}`, title: each.title })) };
}
