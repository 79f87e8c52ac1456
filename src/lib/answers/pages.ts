import type { Book } from '$lib/ledger/book';
import { comparables } from '$lib/ledger/compare';
import { yearOf } from '$lib/ledger/day';
import { near } from '$lib/ledger/near';
import { parseView, type View, type ViewContext, type ViewFault } from '$lib/view';
import { capexPage } from './capex';
import { CONTEXTS, type PageName } from './context';
import { changesPage } from './changes';
import { dashboard } from './dashboard';
import { deal } from './deal';
import { explorer } from './explorer';
import { flowsPage, loopsPage } from './flows';
import { indicatorPage } from './indicator';
import { indicatorsPage } from './indicators';
import { methodPage } from './method';
import { organisation } from './organisation';
import { organisationsPage } from './organisations';
import { projectionPage, projectionsPage } from './projections';
import { reconciliationPage } from './reconciliation';
import { scenariosPage } from './scenarios';
import { search } from './search';
import { wtfPage } from './wtf';

/** A page that is asked of the ledger, and the pure function that answers it. */
interface Page {
	/** `slug` is the last part of the address where the page shows one record; undefined: there is no such record. */
	answer: (book: Book, view: View, slug: string) => unknown;
	/** Slugs and titles of the records it shows one of, for near matches; the folder of their addresses. */
	records?: (book: Book) => { slug: string; title: string }[];
	folder?: string;
}

/** Every page that shows an answer. */
export const PAGES = {
	dashboard: { answer: dashboard },
	deals: { answer: explorer },
	deal: { answer: deal, records: (book: Book) => book.records.deals, folder: '/deals' },
	reconciliation: { answer: reconciliationPage },
	projections: { answer: projectionsPage },
	projection: { answer: projectionPage, records: (book: Book) => book.records.projections, folder: '/projections' },
	wtf: { answer: wtfPage },
	search: { answer: search },
	indicators: { answer: indicatorsPage },
	indicator: {
		answer: indicatorPage,
		records: (book: Book) => book.records.indicators.map(({ slug, name }) => ({ slug, title: name })),
		folder: '/indicators'
	},
	capex: { answer: capexPage },
	method: { answer: methodPage },
	flows: { answer: flowsPage },
	loops: { answer: loopsPage },
	organisations: { answer: organisationsPage },
	organisation: {
		answer: organisation,
		records: (book: Book) => book.records.organisations.map(({ slug, name }) => ({ slug, title: name })),
		folder: '/organisations'
	},
	scenarios: { answer: scenariosPage },
	changes: { answer: changesPage }
} satisfies Record<PageName, Page>;
export type AnswerOf<N extends PageName> = NonNullable<ReturnType<(typeof PAGES)[N]['answer']>>;

/** What came of asking: an answer, what is wrong with the address, or what may have been meant by an unknown slug. */
export type Asked<N extends PageName> =
	| { status: 200; view: View; answer: AnswerOf<N> }
	| { status: 400; faults: ViewFault[] }
	| { status: 404; near: { href: string; title: string }[] };

/** What the addresses of a ledger default to and choose from. */
export function contextOf(book: Book, today: string, more: Partial<ViewContext> = {}): ViewContext {
	const first = book.byFirstDay[0];
	return {
		today,
		address: 'page',
		projections: book.records.projections.filter((each) => comparables(each).includes('deals')),
		hasOrganisation: (slug) => book.organisations.has(slug),
		nearOrganisations: (slug) =>
			near(slug, book.organisations.values(), (each) => [each.slug, each.name]).map((each) => each.slug),
		firstEventYear: first === undefined ? null : yearOf(book.entries[first]!.firstDay),
		...more
	};
}

/** Asks a page of the ledger: the same on the server and, from the snapshot, in the browser. */
export function ask<N extends PageName>(
	name: N,
	book: Book,
	params: URLSearchParams,
	today: string,
	slug = '',
	lastRevision?: number
): Asked<N> {
	const { answer, records, folder }: Page = PAGES[name];
	const { view, faults } = parseView(params, contextOf(book, today, { ...CONTEXTS[name], lastRevision }));
	if (faults.length > 0) return { status: 400, faults };
	const found = answer(book, view, slug) as AnswerOf<N> | undefined;
	if (found !== undefined) return { status: 200, view, answer: found };
	const like = near(slug, records?.(book) ?? [], (each) => [each.slug, each.title]);
	return { status: 404, near: like.map((each) => ({ href: `${folder}/${each.slug}`, title: each.title })) };
}
