import { readingAt, stateAt, type Book, type Entry, type State } from '$lib/ledger/book';
import { dayNumber } from '$lib/records/day';
import { hasWord, matchEntries, statusOf } from '$lib/ledger/filter';
import type { Filters } from '$lib/ledger/question';
import { DEAL_FILTER_NAMES, DEAL_FILTERS, type DealFilter } from '$lib/records/derive/filters';
import { wtfLabel } from '$lib/ledger/wtf';
import { DEAL_STATUSES, FIRMNESS, LAYERS, WTF_LABELS } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { deals, type DealRow } from '$lib/shared/deal-rows';
import { namesOf, type Names } from '$lib/shared/names';

type Counts = { value: string; count: number }[];

/** How many deals each choice of a filter would leave, the other filters as they are. */
export interface FacetCounts extends Record<DealFilter, Counts> {
	layers: Counts;
	firmness: Counts;
	wtf: Counts;
	status: Counts;
	/** The parties with the most deals, and any that is chosen. */
	organisation: Counts;
}

/** The deals of a view, one page of them, with what all of them add up to. */
export interface Explorer {
	rows: DealRow[];
	count: number;
	headline_usd: number;
	counted_usd: number;
	facets: FacetCounts;
	names: Names;
}

type FacetName = keyof FacetCounts;
type Known = { entry: Entry; state: State; label: string | null };

const PARTIES = 10;

/** Something for each field that deals can be narrowed by. */
function byFilter<T>(of: (name: DealFilter) => T): Record<DealFilter, T> {
	return Object.fromEntries(DEAL_FILTER_NAMES.map((name) => [name, of(name)])) as Record<DealFilter, T>;
}

/** The filters that have no facet of their own. */
function withoutFacets({ organisation: _o, wtf: _w, status: _s, ...filters }: Filters): Filters {
	const names: readonly string[] = DEAL_FILTER_NAMES;
	return Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name)));
}

function facetTests(view: View): Record<FacetName, (known: Known) => boolean> {
	const { question, given } = view;
	const { filters } = question;
	const { organisation, wtf, status } = filters;
	const minRank = FIRMNESS.indexOf(question.firmness);
	return {
		layers: ({ entry }) => !given.has('layers') || question.layers.includes(entry.layer),
		firmness: ({ state }) => !given.has('firmness') || state.rank >= minRank,
		...byFilter((name) => {
			const wanted = filters[name];
			return ({ entry }: Known) => !wanted || hasWord(wanted, entry.deal[name]);
		}),
		status: ({ state }) => !status || status.includes(statusOf(state)),
		wtf: ({ label }) => !wtf || wtf.some((each) => each === label),
		organisation: ({ entry }) => !organisation || partiesOf(entry).some((slug) => organisation.includes(slug))
	};
}

function partiesOf({ deal }: Entry): string[] {
	return [...new Set([...deal.payers, ...deal.payees])];
}

function facets(book: Book, view: View): FacetCounts {
	const rest = withoutFacets(view.question.filters);
	const today = dayNumber(view.as_of);
	const matches = matchEntries(book, rest, view.as_of);
	const known = book.entries.flatMap((entry): Known[] => {
		const state = matches[entry.index] ? stateAt(entry, today) : undefined;
		const reading = readingAt(entry, today);
		return state ? [{ entry, state, label: reading ? wtfLabel(reading.terminator, reading.idiocracy) : null }] : [];
	});
	const tests = facetTests(view);
	const others = (name: FacetName): Known[] => {
		const rest = Object.entries(tests).filter(([key]) => key !== name);
		return known.filter((each) => rest.every(([, test]) => test(each)));
	};
	const tally = (list: Known[], values: readonly string[], has: (known: Known, value: string) => boolean) =>
		values.map((value) => ({ value, count: list.filter((each) => has(each, value)).length }));
	const parties = new Map<string, number>();
	const withParties = others('organisation');
	for (const { entry } of withParties)
		for (const slug of partiesOf(entry)) parties.set(slug, (parties.get(slug) ?? 0) + 1);
	const ranked = [...parties]
		.filter(([slug]) => !book.organisations.get(slug)?.stand_in)
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	const wanted = view.question.filters.organisation ?? [];
	const listed = [...ranked.slice(0, PARTIES), ...ranked.slice(PARTIES).filter(([slug]) => wanted.includes(slug))];
	return {
		layers: tally(others('layers'), LAYERS, ({ entry }, value) => entry.layer === value),
		...byFilter((name) =>
			tally(others(name), DEAL_FILTERS[name].words, ({ entry }, value) => entry.deal[name] === value)
		),
		firmness: tally(
			others('firmness'),
			FIRMNESS,
			({ state }, value) => state.rank >= FIRMNESS.findIndex((each) => each === value)
		),
		status: tally(others('status'), DEAL_STATUSES, ({ state }, value) => statusOf(state) === value),
		wtf: tally(others('wtf'), WTF_LABELS, ({ label }, value) => label === value),
		organisation: listed.map(([value, count]) => ({ value, count }))
	};
}

/** The explorer's answer: one page of the deals that a view leaves, their sums and what each filter would leave. */
export function explorer(book: Book, view: View): Explorer {
	const all = deals(book, view);
	const rows = all.slice((view.page - 1) * view.per_page, view.page * view.per_page);
	const counts = facets(book, view);
	const slugs = new Set(rows.flatMap((row) => [...row.payers, ...row.payees]));
	for (const { value } of counts.organisation) slugs.add(value);
	for (const list of [view.question.filters.payer, view.question.filters.payee, view.question.filters.organisation])
		for (const slug of list ?? []) slugs.add(slug);
	return {
		rows,
		count: all.length,
		headline_usd: all.reduce((sum, row) => sum + row.headline_usd, 0),
		counted_usd: all.reduce((sum, row) => sum + (row.contribution_usd ?? 0), 0),
		facets: counts,
		names: namesOf(book, slugs)
	};
}
