import { readingAt, stateAt, type Book, type Entry, type State } from '$lib/ledger/book';
import { dayNumber } from '$lib/records/day';
import { hasWord, matchEntries, statusOf } from '$lib/ledger/filter';
import type { Filters } from '$lib/ledger/question';
import { DEAL_FILTER_NAMES, DEAL_FILTERS, type DealFilter } from '$lib/records/derive/filters';
import { wtfLabel } from '$lib/ledger/wtf';
import { DEAL_STATUSES, FIRMNESS, LAYERS, WTF_LABELS } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { deals, isInRange } from '$lib/shared/deal-list';
import type { DealRow } from '$lib/shared/deal-rows';
import { leftOutReason } from '$lib/shared/left-out';
import { namesOf, type Names } from '$lib/shared/names';
import { groupDeals, sumsOf, type DealGroup, type DealSums } from './groups';
import type { SwarmMark } from '$lib/charts/kinds/swarm/marks';
import { marksOf } from './marks';
import { dealsTitle } from './title';

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
	/** What they come to, in a sentence with what is asked of them. */
	title: string;
	rows: DealRow[];
	/** Of all pages. */
	sums: DealSums;
	/** The groups of the rows, where they are put together: each with its sums of all pages, before the row of a slug. */
	groups: PageGroup[];
	/** Deals as marks over the days, those outside the range of days among them. */
	marks: SwarmMark[];
	/** Why deals of this page are left out of the count, by slug. */
	reasons: Record<string, string>;
	facets: FacetCounts;
	names: Names;
}

export interface PageGroup extends Omit<DealGroup, 'rows'> {
	before: string;
	/** Whether its first rows stand on an earlier page. */
	continues: boolean;
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
		const state = matches[entry.index] && isInRange(entry.firstDay, view) ? stateAt(entry, today) : undefined;
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

/** One page of rows; of rows that are put together, with the groups that begin or go on there. */
function pageOf(book: Book, all: DealRow[], { group, page, per_page }: View): Pick<Explorer, 'rows' | 'groups'> {
	const [from, to] = [(page - 1) * per_page, page * per_page];
	if (!group) return { rows: all.slice(from, to), groups: [] };
	const rows: DealRow[] = [];
	const groups: PageGroup[] = [];
	let at = 0;
	for (const { rows: inGroup, ...sums } of groupDeals(book, all, group)) {
		const shown = inGroup.slice(Math.max(0, from - at), Math.max(0, to - at));
		if (shown[0]) groups.push({ ...sums, before: shown[0].slug, continues: at < from });
		rows.push(...shown);
		at += inGroup.length;
	}
	return { rows, groups };
}

/** The explorer's answer: one page of the deals that a view leaves, their sums and what each filter would leave. */
export function explorer(book: Book, view: View): Explorer {
	const ofAnyDay = deals(book, view);
	const all = ofAnyDay.filter((row) => isInRange(row.first_event, view));
	const { rows, groups } = pageOf(book, all, view);
	const counts = facets(book, view);
	const slugs = new Set(rows.flatMap((row) => [...row.payers, ...row.payees]));
	for (const { value } of counts.organisation) slugs.add(value);
	for (const list of [view.question.filters.payer, view.question.filters.payee, view.question.filters.organisation])
		for (const slug of list ?? []) slugs.add(slug);
	const names = namesOf(book, slugs);
	const sums = sumsOf(all);
	const leftOut = rows.filter((row) => row.contribution_usd === null);
	return {
		title: dealsTitle(view, names, sums),
		rows,
		sums,
		groups,
		marks: marksOf(ofAnyDay),
		reasons: Object.fromEntries(leftOut.map((row) => [row.slug, leftOutReason(row, view.question)])),
		facets: counts,
		names
	};
}
