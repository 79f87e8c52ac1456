import type { Book } from '$lib/ledger/book';
import { nearestMatches } from '$lib/records/typed/fuzzy-match';
import { partyRanking } from '$lib/ledger/ranking';
import type { Organisation } from '$lib/records';
import type { OrganisationKind } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import type { ORGANISATION_SORTS } from './page';

/** One organisation in the list. Dollars are whole; null for one that stands for parties nobody names. */
export interface OrganisationRow {
	slug: string;
	name: string;
	kind: OrganisationKind;
	country: string | null;
	ticker: string | null;
	cik: string | null;
	aliases: string[];
	stand_in: boolean;
	/** Its share of the contributions that it pays, and that it is paid. */
	payer_usd: number | null;
	payee_usd: number | null;
	/** Kept deals that it has a part in. */
	deals: number | null;
}

function recordOf(organisation: Organisation) {
	const { slug, name, kind, country, ticker, cik, aliases } = organisation;
	return {
		slug,
		name,
		kind,
		country: country ?? null,
		ticker: ticker ?? null,
		cik: cik ?? null,
		aliases: aliases ?? [],
		stand_in: organisation.stand_in ?? false
	};
}

const SORT_KEYS: Record<(typeof ORGANISATION_SORTS)[number], (row: OrganisationRow) => number | string> = {
	total: (row) => (row.payer_usd ?? 0) + (row.payee_usd ?? 0),
	paid: (row) => row.payer_usd ?? 0,
	received: (row) => row.payee_usd ?? 0,
	deals: (row) => row.deals ?? 0,
	name: (row) => row.name.toLowerCase()
};

function sortRows(rows: OrganisationRow[], sort: string): OrganisationRow[] {
	const down = sort.startsWith('-');
	const key = SORT_KEYS[(down ? sort.slice(1) : sort) as (typeof ORGANISATION_SORTS)[number]];
	return rows
		.map((row, place) => ({ row, place, value: key(row) }))
		.sort((a, b) => (a.value === b.value ? a.place - b.place : (a.value < b.value ? -1 : 1) * (down ? -1 : 1)))
		.map(({ row }) => row);
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** True where every word of a search is found in a name, an alias, the ticker or the slug. */
function hasWords(row: OrganisationRow, q: string): boolean {
	const text = plain([row.slug, row.name, row.ticker ?? '', ...row.aliases].join(' '));
	return plain(q)
		.split(/\s+/)
		.every((word) => text.includes(word));
}

/**
 * Every organisation, the one with most on both sides first; those that stand for parties nobody names come last, outside the
 * ranking. A search (`q`) looks for organisations here, not for deals.
 */
export function organisations(book: Book, view: View): OrganisationRow[] {
	const { q, ...filters } = view.question.filters;
	const ranked = partyRanking(book, { ...view.question, filters }, view.as_of).map(
		({ organisation, payer_usd, payee_usd, deals }): OrganisationRow => ({
			...recordOf(organisation),
			payer_usd,
			payee_usd,
			deals
		})
	);
	const others = book.records.organisations
		.filter((each) => each.stand_in)
		.map((each): OrganisationRow => ({ ...recordOf(each), payer_usd: null, payee_usd: null, deals: null }));
	const rows = [...sortRows(ranked, view.sort ?? '-total'), ...others];
	return q === undefined ? rows : rows.filter((row) => hasWords(row, q));
}

/** The page of the organisations: one page of the ranking, stand-ins left out. */
export interface OrganisationsPage {
	rows: OrganisationRow[];
	count: number;
	/** Of all that are found: what they pay and are paid, and those that have a part in anything. */
	payer_usd: number;
	payee_usd: number;
	active: number;
	stand_ins: { slug: string; name: string }[];
	/** Where a search finds nothing: what may have been meant. */
	near: { slug: string; name: string }[];
}

/** The answer of `/organisations`. */
export function organisationsPage(book: Book, view: View): OrganisationsPage {
	const all = organisations(book, view);
	const rows = all.filter((row) => !row.stand_in);
	const from = (view.page - 1) * view.per_page;
	const { q } = view.question.filters;
	const meant =
		rows.length === 0 && q !== undefined
			? nearestMatches(q, book.organisations.values(), (each) => [each.slug, each.name, ...(each.aliases ?? [])])
			: [];
	return {
		rows: rows.slice(from, from + view.per_page),
		count: rows.length,
		payer_usd: rows.reduce((sum, row) => sum + (row.payer_usd ?? 0), 0),
		payee_usd: rows.reduce((sum, row) => sum + (row.payee_usd ?? 0), 0),
		active: rows.filter((row) => row.deals).length,
		stand_ins: all.filter((row) => row.stand_in).map(({ slug, name }) => ({ slug, name })),
		near: meant.map(({ slug, name }) => ({ slug, name }))
	};
}
