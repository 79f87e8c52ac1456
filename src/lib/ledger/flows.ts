import { compareText, isStandIn, type Book } from './book';
import { countsFrom, type Day } from '$lib/records/day';
import { maxCirculation } from './graph/circulation';
import { decompose } from './graph/decompose';
import { elementaryCycles } from './graph/loops';
import { splitByShares, splitEqually } from './graph/shares';
import type { Question } from './question';
import type { Deal, Stake } from '$lib/records';
import { partsPerMillion } from '$lib/records/value';
import { Sweep } from './sweep';
import { LAYERS, type Layer } from '$lib/records/vocabularies';

/** Part of one deal's contribution, from one payer to one payee, whole dollars; both may be the same party. */
export interface Pair {
	from: string;
	to: string;
	amount: number;
}

type Side = 'payers' | 'payees';

/** One side of a deal by name, with what of the whole each has: the shares that its record gives, else none. */
function sideOf(deal: Deal, side: Side): { slugs: string[]; weights: number[] | null } {
	const given = deal.shares?.[side];
	const places = [...deal[side].keys()].sort((a, b) => compareText(deal[side][a]!, deal[side][b]!));
	return {
		slugs: places.map((place) => deal[side][place]!),
		weights: given ? places.map((place) => partsPerMillion(given[place]!)) : null
	};
}

const split = (amount: number, { slugs, weights }: ReturnType<typeof sideOf>): number[] =>
	weights ? splitByShares(amount, weights) : splitEqually(amount, slugs.length);

/** Whole dollars of a deal by the parties of one side, in the order of their slugs; they add up exactly. */
export function partsOf(deal: Deal, which: Side, amount: number): { slug: string; amount: number }[] {
	const side = sideOf(deal, which);
	if (side.slugs.length === 0) return [];
	const parts = split(amount, side);
	return side.slugs.map((slug, i) => ({ slug, amount: parts[i]! }));
}

/**
 * A deal's dollars by payer and payee: the payers share them as the record says, else equally, and the payees share each
 * payer's part likewise. Whole dollars that add up exactly; the order in which parties are written changes nothing.
 */
export function pairsOf(deal: Deal, amount: number): Pair[] {
	const payers = sideOf(deal, 'payers');
	const payees = sideOf(deal, 'payees');
	if (payers.slugs.length === 0 || payees.slugs.length === 0) return [];
	const parts = split(amount, payers);
	return payers.slugs.flatMap((from, i) => {
		const shares = split(parts[i]!, payees);
		return payees.slugs.map((to, j) => ({ from, to, amount: shares[j]! }));
	});
}

/** Whether several parties of a side share a deal equally because nobody said how they do. */
export function restsOnEqualSplit(deal: Deal, sides: readonly Side[] = ['payers', 'payees']): boolean {
	return sides.some((side) => deal[side].length > 1 && !deal.shares?.[side]);
}

/** All that runs from one organisation to another in one layer. */
export interface FlowEdge {
	from: string;
	to: string;
	layer: Layer;
	/** Whole dollars that count once; 0 where all of it lies in other deals. */
	amount_usd: number;
	/** What the contracts between the two say, whole dollars above 0: not netted of what lies inside them. */
	obligations_usd: number;
	/** Whether some of it rests on a split that nobody stated. */
	equal_split: boolean;
	/** Slugs of the deals between the two, and of those among them that add something. */
	deals: string[];
	adding: string[];
	/** An end of it stands for a party that nobody names: kept out of loops. */
	stand_in: boolean;
}

/** The money-flow graph of a question. */
export interface Flows {
	/** By payer, payee and layer. */
	edges: FlowEdge[];
	/** Whole dollars on all edges: the contributions less `within_usd`. */
	capacity_usd: number;
	/** Whole dollars of parties that stand on both sides of a deal: they make no edge, and flow nowhere. */
	within_usd: number;
}

/**
 * The money-flow graph at a day (MODEL section 7): each kept deal's contribution from its payers to its payees, and beside it what
 * the contract says, which loops and circulation do not look at. A party on both
 * sides makes no edge with itself: its part of its own payment stays within it, and no other party's edge grows by it.
 */
export function flowEdges(book: Book, question: Question, asOf: Day): Flows {
	const sweep = new Sweep(book, question, asOf).advance(asOf);
	const edges = new Map<string, FlowEdge>();
	let within = 0;
	let capacity = 0;
	for (const { index, deal, layer } of book.entries) {
		const contribution = sweep.contribution(index);
		if (contribution === null) continue;
		const face = pairsOf(deal, sweep.amount[index]!);
		const equal = restsOnEqualSplit(deal);
		for (const [i, { from, to, amount }] of pairsOf(deal, contribution).entries()) {
			const owed = face[i]!.amount;
			if (owed === 0 && amount === 0) continue;
			if (from === to) {
				within += amount;
				continue;
			}
			capacity += amount;
			const key = `${from} ${to} ${LAYERS.indexOf(layer)}`;
			const edge = edges.get(key);
			if (edge) {
				edge.amount_usd += amount;
				edge.obligations_usd += owed;
				edge.equal_split ||= equal;
				edge.deals.push(deal.slug);
				if (amount > 0) edge.adding.push(deal.slug);
			} else {
				const stand_in = isStandIn(book, from) || isStandIn(book, to);
				edges.set(key, {
					from,
					to,
					layer,
					amount_usd: amount,
					obligations_usd: owed,
					equal_split: equal,
					deals: [deal.slug],
					adding: amount > 0 ? [deal.slug] : [],
					stand_in
				});
			}
		}
	}
	const sorted = [...edges.values()].sort(
		(a, b) =>
			compareText(a.from, b.from) || compareText(a.to, b.to) || LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer)
	);
	return { edges: sorted, capacity_usd: capacity, within_usd: within };
}

/** Money that comes back: from each organisation to the next, and from the last to the first. */
export interface MoneyLoop {
	organisations: string[];
	/** Whole dollars: in a ring, what goes all the way round; in a loop, what its weakest hop carries. */
	amount_usd: number;
	/** Slugs of the deals along it, each once. */
	deals: string[];
}

/** How much of the money can flow back to where it came from. */
export interface Circulation {
	/** The largest circulation, whole dollars; stand-ins take no part in it. */
	circulating_usd: number;
	capacity_usd: number;
	/** Of all dollars; null where there are none. */
	share: number | null;
	/** Per edge of `flows.edges`, whole dollars that circulate. */
	flows: number[];
}

function namedEdges({ edges }: Flows): { edge: FlowEdge; from: string; to: string; amount: number }[] {
	return edges
		.filter((edge) => !edge.stand_in && edge.amount_usd > 0)
		.map((edge) => ({ edge, from: edge.from, to: edge.to, amount: edge.amount_usd }));
}

/** The largest circulation of a money-flow graph and its share of all dollars in it (MODEL section 7). */
export function circulation(flows: Flows): Circulation {
	const named = namedEdges(flows);
	const { total, flows: carried } = maxCirculation(named);
	const byEdge = new Map(named.map(({ edge }, i) => [edge, carried[i]!]));
	return {
		circulating_usd: total,
		capacity_usd: flows.capacity_usd,
		share: flows.capacity_usd > 0 ? total / flows.capacity_usd : null,
		flows: flows.edges.map((edge) => byEdge.get(edge) ?? 0)
	};
}

function dealsAlong(edges: FlowEdge[]): string[] {
	return [...new Set(edges.flatMap((edge) => edge.adding))].sort(compareText);
}

/** The largest circulation taken apart into rings, whose dollars times their hops add up to it. */
export function circulationRings(flows: Flows): MoneyLoop[] {
	const named = namedEdges(flows);
	return decompose(named, maxCirculation(named).flows).map(({ organisations, amount, edges }) => ({
		organisations,
		amount_usd: amount,
		deals: dealsAlong(edges.map((i) => named[i]!.edge))
	}));
}

/** The elementary cycles of up to four organisations, largest bottleneck first; `complete` is false where some are left out. */
export function moneyLoops(flows: Flows): { loops: MoneyLoop[]; complete: boolean } {
	const named = namedEdges(flows);
	const { loops, complete } = elementaryCycles(named);
	return {
		complete,
		loops: loops.map(({ organisations, bottleneck, edges }) => ({
			organisations,
			amount_usd: bottleneck,
			deals: dealsAlong(edges.map((i) => named[i]!.edge))
		}))
	};
}

/** A stake in somebody whose money runs to the one that holds it: an owner that is also a seller. */
export interface StakeAgainst {
	holder: string;
	stake: Stake;
	/** Whole dollars from the company held to its holder. */
	paid_usd: number;
	/** Slugs of the deals by which it pays. */
	deals: string[];
}

/** The stakes known at a day, or held since nobody says when, that run against the money of a graph, the one with the largest payments first. */
export function stakesAgainst(book: Book, { edges }: Flows, asOf: Day): StakeAgainst[] {
	const found: StakeAgainst[] = [];
	for (const { slug: holder, stakes = [] } of book.organisations.values()) {
		for (const stake of stakes) {
			if (stake.since !== undefined && countsFrom(stake.since) > asOf) continue;
			const back = edges.filter((edge) => edge.from === stake.in && edge.to === holder && edge.amount_usd > 0);
			if (back.length === 0) continue;
			const paid = back.reduce((sum, edge) => sum + edge.amount_usd, 0);
			found.push({ holder, stake, paid_usd: paid, deals: dealsAlong(back) });
		}
	}
	return found.sort(
		(a, b) =>
			b.paid_usd - a.paid_usd ||
			compareText(a.holder, b.holder) ||
			compareText(a.stake.in, b.stake.in) ||
			compareText(a.stake.since ?? '', b.stake.since ?? '')
	);
}
