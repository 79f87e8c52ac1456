import { compareText } from '../book';

/** Money from one organisation to another: whole dollars, 0 to 9e15. Several edges may join the same two. */
export interface Edge {
	from: string;
	to: string;
	amount: number;
}

/** The most that one ledger may hold, so that every sum is an exact integer (MODEL section 2). */
export const MOST_DOLLARS = 9e15;

/**
 * A graph in canonical order: nodes by name, parallel edges merged into one arc, arcs by payer and then payee. Whatever is
 * computed from it cannot depend on the order in which the edges came.
 */
export interface Network {
	nodes: string[];
	/** Per arc: index of the payer, index of the payee, dollars. */
	from: Int32Array;
	to: Int32Array;
	amount: Float64Array;
	/** Per arc: the given edges it stands for, largest first. */
	members: number[][];
	/** Arcs that leave each node. */
	leaving: number[][];
}

/**
 * The network of `edges`, with `amounts` in place of their own where these are given (a flow along the edges). Edges of no
 * amount and edges from an organisation to itself are left out.
 * @throws RangeError naming the edge whose amount is not a whole number of dollars, or a sum past 9e15
 */
export function networkOf(edges: Edge[], amounts: number[] = edges.map((edge) => edge.amount)): Network {
	checkAmounts(edges, amounts);
	const used = edges.flatMap((edge, index) =>
		edge.from !== edge.to && amounts[index]! > 0 ? [{ ...edge, amount: amounts[index]!, index }] : []
	);
	used.sort(
		(a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || b.amount - a.amount || a.index - b.index
	);
	const nodes = [...new Set(used.flatMap((edge) => [edge.from, edge.to]))].sort(compareText);
	const indexOf = new Map(nodes.map((name, index) => [name, index]));
	const arcs: { from: number; to: number; amount: number; members: number[] }[] = [];
	for (const edge of used) {
		const from = indexOf.get(edge.from)!;
		const to = indexOf.get(edge.to)!;
		const last = arcs.at(-1);
		if (last && last.from === from && last.to === to) {
			last.amount += edge.amount;
			last.members.push(edge.index);
		} else arcs.push({ from, to, amount: edge.amount, members: [edge.index] });
	}
	const leaving: number[][] = nodes.map(() => []);
	for (const [index, arc] of arcs.entries()) leaving[arc.from]!.push(index);
	return {
		nodes,
		from: Int32Array.from(arcs, (arc) => arc.from),
		to: Int32Array.from(arcs, (arc) => arc.to),
		amount: Float64Array.from(arcs, (arc) => arc.amount),
		members: arcs.map((arc) => arc.members),
		leaving
	};
}

/**
 * A closed walk of arcs, turned so that it starts where a reader would: with the organisation that pays most in the whole
 * network, the first by name among equals.
 */
export function fromLargestPayer(network: Network, cycle: number[], paid: Float64Array): number[] {
	let start = 0;
	for (let i = 1; i < cycle.length; i += 1) {
		const here = network.from[cycle[i]!]!;
		const best = network.from[cycle[start]!]!;
		if (paid[here]! > paid[best]! || (paid[here] === paid[best] && here < best)) start = i;
	}
	return [...cycle.slice(start), ...cycle.slice(0, start)];
}

/** What each node pays to all others together, in dollars. */
export function paidBy(network: Network): Float64Array {
	const paid = new Float64Array(network.nodes.length);
	for (let arc = 0; arc < network.from.length; arc += 1) paid[network.from[arc]!]! += network.amount[arc]!;
	return paid;
}

function checkAmounts(edges: Edge[], amounts: number[]): void {
	if (amounts.length !== edges.length) {
		throw new RangeError(`There are ${amounts.length} amounts for ${edges.length} edges; each edge takes one.`);
	}
	let total = 0;
	for (const [index, amount] of amounts.entries()) {
		if (!Number.isInteger(amount) || amount < 0 || amount > MOST_DOLLARS) {
			const { from, to } = edges[index]!;
			throw new RangeError(
				`Edge ${index} (${from} to ${to}): ${amount} is not a whole number of dollars from 0 to ${MOST_DOLLARS}.`
			);
		}
		total += amount;
		if (total > MOST_DOLLARS) throw new RangeError(`The edges add up to more than ${MOST_DOLLARS} dollars.`);
	}
}
