import { compareText, readingAt, type Book } from '$lib/ledger/book';
import { dayNumber, type Day } from '$lib/records/day';
import {
	circulation,
	circulationRings,
	flowEdges,
	moneyLoops,
	pairsOf,
	stakesAgainst,
	type Flows,
	type MoneyLoop
} from '$lib/ledger/flows';
import { Sweep } from '$lib/ledger/sweep';
import { headline } from '$lib/records/value';
import { isSigned, type Kind, type Layer } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { namesOf, type Names } from '$lib/shared/names';

/** All that runs from one organisation to another in one layer, as it is published. */
export interface FlowRow {
	from: string;
	to: string;
	layer: Layer;
	amount_usd: number;
	/** What the contracts say, not netted of what lies inside them. */
	obligations_usd: number;
	/** Whether some of it rests on a split that nobody stated. */
	equal_split: boolean;
	/** Slugs of the deals. */
	deals: string[];
}

/** What a dollar pays for, as it is drawn: shares and company purchases, loans, compute and sites, chips. */
export const FLOW_KINDS = ['debt', 'equity', 'cloud', 'chips'] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

/** All that runs from one organisation to another for one sort of thing. */
export interface DrawnFlow {
	from: string;
	to: string;
	kind: FlowKind;
	amount_usd: number;
	/** Nobody has signed it: rumours and letters of intent, apart from what else runs between the two. */
	unsigned?: true;
}

/** One leg of a loop: all that its payer pays its payee, and what most of it is for. */
export interface Hop extends DrawnFlow {
	/** For what, the largest first. */
	kinds: FlowKind[];
}

/** A loop written out leg by leg, from the funder where somebody in it funds another. */
export interface LoopStory {
	/** What goes all the way round, or what its weakest leg carries. */
	amount_usd: number;
	hops: Hop[];
	/** Last leg over first: what comes back for each dollar that went out. */
	closes_at: number;
	deals: { slug: string; title: string }[];
	/** Means over its deals that have a reading, all alike; null without one. */
	terminator: number | null;
	idiocracy: number | null;
	rated: number;
}

/** Money that a company pays to somebody who owns a piece of it. */
export interface StakeFlow {
	holder: string;
	company: string;
	since: string | null;
	/** What the stake was said to be worth or to have cost; null where nobody said. */
	stake_usd: number | null;
	note: string | null;
	/** What the company pays the holder for compute, sites and chips. */
	paid_usd: number;
	deals: string[];
}

/** The page of the money flows. Dollars are whole. */
export interface FlowsPage {
	capacity_usd: number;
	within_usd: number;
	circulating_usd: number;
	/** Of all dollars; null where there are none. */
	share: number | null;
	/** The largest flows first, `MOST_ROWS` at most. */
	edges: FlowRow[];
	edge_count: number;
	drawn: DrawnFlow[];
	/** Of every kind, all flows together. */
	kinds: { kind: FlowKind; amount_usd: number }[];
	/** The largest circulation taken apart; `MOST_STORIES` at most, those that carry most. */
	rings: LoopStory[];
	ring_count: number;
	/** The largest loops of up to four. */
	loops: LoopStory[];
	loop_count: number;
	stakes: StakeFlow[];
	stakes_usd: number;
	names: Names;
}

const MOST_ROWS = 200;
const MOST_STORIES = 12;
const MOST_LOOPS_SHOWN = 6;

function graph(book: Book, view: View): Flows {
	return flowEdges(book, view.question, view.as_of);
}

/** The money-flow graph of a view, the largest flow first. */
export function flows(book: Book, view: View): FlowRow[] {
	return rowsOf(graph(book, view));
}

function rowsOf({ edges }: Flows): FlowRow[] {
	return edges
		.map(({ from, to, layer, amount_usd, obligations_usd, equal_split, deals }) => ({
			from,
			to,
			layer,
			amount_usd,
			obligations_usd,
			equal_split,
			deals
		}))
		.sort((a, b) => b.amount_usd - a.amount_usd || b.obligations_usd - a.obligations_usd);
}

/** How much of a view's money can come back to where it started, and the rings that it runs in. */
export function circulationOf(book: Book, view: View) {
	const asked = graph(book, view);
	const { circulating_usd, capacity_usd, share } = circulation(asked);
	return { circulating_usd, capacity_usd, share, within_usd: asked.within_usd, rings: circulationRings(asked) };
}

/** The loops of up to four organisations in a view, the largest first; `complete` is false where smaller ones are left out. */
export function loops(book: Book, view: View): { loops: MoneyLoop[]; complete: boolean } {
	return moneyLoops(graph(book, view));
}

function kindOf(layer: Layer, kind: Kind): FlowKind {
	if (layer === 'components') return 'chips';
	if (layer !== 'funding') return 'cloud';
	return kind === 'debt_financing' ? 'debt' : 'equity';
}

/** Flows by what they pay for, the largest first; what a party pays itself is left out. */
function drawnFlows(book: Book, view: View): DrawnFlow[] {
	const sweep = new Sweep(book, view.question, view.as_of).advance(view.as_of);
	const found = new Map<string, DrawnFlow>();
	for (const entry of book.entries) {
		const { index, deal, layer } = entry;
		const kind = kindOf(layer, deal.kind);
		const state = sweep.state(entry);
		const unsigned = !state || !isSigned(state.firmness);
		for (const { from, to, amount } of pairsOf(deal, sweep.contribution(index) ?? 0)) {
			if (amount === 0 || from === to) continue;
			const key = `${from} ${to} ${kind} ${unsigned}`;
			const flow = found.get(key);
			if (flow) flow.amount_usd += amount;
			else found.set(key, { from, to, kind, amount_usd: amount, ...(unsigned && { unsigned }) });
		}
	}
	return [...found.values()].sort(
		(a, b) => b.amount_usd - a.amount_usd || compareText(`${a.from} ${a.to} ${a.kind}`, `${b.from} ${b.to} ${b.kind}`)
	);
}

function hopOf(drawn: DrawnFlow[], from: string, to: string): Hop {
	const parts = drawn.filter((flow) => flow.from === from && flow.to === to);
	return {
		from,
		to,
		kind: parts[0]!.kind,
		amount_usd: parts.reduce((sum, part) => sum + part.amount_usd, 0),
		kinds: [...new Set(parts.map((part) => part.kind))]
	};
}

function isFunding({ kind }: Hop): boolean {
	return kind === 'equity' || kind === 'debt';
}

/** Turned so that it starts with the leg that funds somebody, the largest if there are several. */
function fromFunder(hops: Hop[]): Hop[] {
	let start = 0;
	for (const [i, hop] of hops.entries()) {
		const best = hops[start]!;
		if (isFunding(hop) && (!isFunding(best) || hop.amount_usd > best.amount_usd)) start = i;
	}
	return [...hops.slice(start), ...hops.slice(0, start)];
}

function storyOf(book: Book, asOf: Day, drawn: DrawnFlow[], loop: MoneyLoop): LoopStory {
	const { organisations, amount_usd, deals } = loop;
	const hops = fromFunder(
		organisations.map((from, i) => hopOf(drawn, from, organisations[(i + 1) % organisations.length]!))
	);
	const readings = deals.flatMap((slug) => readingAt(book.entries[book.bySlug.get(slug)!]!, dayNumber(asOf)) ?? []);
	const mean = (pole: 'terminator' | 'idiocracy') =>
		readings.length > 0 ? readings.reduce((sum, reading) => sum + reading[pole], 0) / readings.length : null;
	return {
		amount_usd,
		hops,
		closes_at: hops.at(-1)!.amount_usd / hops[0]!.amount_usd,
		deals: deals.map((slug) => ({ slug, title: book.entries[book.bySlug.get(slug)!]!.deal.title })),
		terminator: mean('terminator'),
		idiocracy: mean('idiocracy'),
		rated: readings.length
	};
}

/** Ownership that runs against the money paid for compute, sites and chips. The largest payment first. */
function stakeFlows(book: Book, asOf: Day, asked: Flows): StakeFlow[] {
	const bought = { ...asked, edges: asked.edges.filter((edge) => edge.layer !== 'funding') };
	return stakesAgainst(book, bought, asOf).map(({ holder, stake, paid_usd, deals }) => ({
		holder,
		company: stake.in,
		since: stake.since ?? null,
		stake_usd: stake.value ? headline(stake.value) : null,
		note: stake.note ?? null,
		paid_usd,
		deals
	}));
}

/** The answer of `/flows`. */
export function flowsPage(book: Book, view: View): FlowsPage {
	const asked = graph(book, view);
	const { circulating_usd, capacity_usd, share } = circulation(asked);
	const drawn = drawnFlows(book, view);
	const tell = (loop: MoneyLoop) => storyOf(book, view.as_of, drawn, loop);
	const rings = circulationRings(asked);
	const whole = ({ amount_usd, organisations }: MoneyLoop) => amount_usd * organisations.length;
	const { loops: found } = moneyLoops(asked);
	const rows = rowsOf(asked);
	const stakes = stakeFlows(book, view.as_of, asked);
	// Two stakes of one holder in one company run against the same dollars.
	const pairs = new Map(stakes.map((each) => [`${each.holder} ${each.company}`, each.paid_usd]));
	const kinds = FLOW_KINDS.map((kind) => ({
		kind,
		amount_usd: drawn.reduce((sum, flow) => sum + (flow.kind === kind ? flow.amount_usd : 0), 0)
	}));
	const page = {
		capacity_usd,
		within_usd: asked.within_usd,
		circulating_usd,
		share,
		edges: rows.slice(0, MOST_ROWS),
		edge_count: rows.length,
		drawn: drawn.slice(0, MOST_ROWS),
		kinds,
		rings: [...rings]
			.sort((a, b) => whole(b) - whole(a))
			.slice(0, MOST_STORIES)
			.map(tell),
		ring_count: rings.length,
		loops: found.slice(0, MOST_LOOPS_SHOWN).map(tell),
		loop_count: found.length,
		stakes,
		stakes_usd: [...pairs.values()].reduce((sum, usd) => sum + usd, 0)
	};
	const named = [...page.edges, ...page.drawn, ...[...page.rings, ...page.loops].flatMap((each) => each.hops)];
	const slugs = named.flatMap((each) => [each.from, each.to]);
	return {
		...page,
		names: namesOf(book, new Set([...slugs, ...stakes.flatMap((each) => [each.holder, each.company])]))
	};
}

/** The page of the loops: one page of them, the largest first. */
export interface LoopsPage {
	loops: LoopStory[];
	count: number;
	/** False where there are more than anybody could page through: the smaller ones are left out. */
	complete: boolean;
	names: Names;
}

/** The answer of `/flows/loops`. */
export function loopsPage(book: Book, view: View): LoopsPage {
	const { loops: all, complete } = loops(book, view);
	const drawn = drawnFlows(book, view);
	const from = (view.page - 1) * view.per_page;
	const shown = all.slice(from, from + view.per_page).map((loop) => storyOf(book, view.as_of, drawn, loop));
	return {
		loops: shown,
		count: all.length,
		complete,
		names: namesOf(book, new Set(shown.flatMap((each) => each.hops.map((hop) => hop.from))))
	};
}
