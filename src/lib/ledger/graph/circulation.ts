import { arcsOnLoops } from './components';
import { networkOf, type Edge } from './network';
import { Residual } from './residual';

export interface Circulation {
	/** Dollars: the flows added up. */
	total: number;
	/** Whole dollars per given edge, in their order, each from 0 to the edge's amount. */
	flows: number[];
}

/**
 * The largest circulation (MODEL section 7): the flows with the largest sum such that no edge carries more than its amount and
 * every organisation pays out exactly what it takes in. Exact: whole dollars, never a rounded one. Where several flows reach
 * the same sum, the choice does not depend on the order of the edges.
 *
 * It is found from the other side. Let every edge on a loop carry all it can; then some organisations pay more than they take.
 * What must be taken off again, edge by edge, is itself a flow, from those organisations to the ones that take more than
 * they pay, and the best circulation takes off least: a cheapest flow where every edge costs 1 a dollar.
 * @throws RangeError on an amount that is not a whole number of dollars, or a sum past 9e15
 */
export function maxCirculation(edges: Edge[]): Circulation {
	const network = networkOf(edges);
	const arcs = arcsOnLoops(network);
	const surplus = new Float64Array(network.nodes.length);
	for (const arc of arcs) {
		surplus[network.from[arc]!]! += network.amount[arc]!;
		surplus[network.to[arc]!]! -= network.amount[arc]!;
	}
	const removed = new Residual(
		arcs.map((arc) => ({ from: network.from[arc]!, to: network.to[arc]!, room: network.amount[arc]! })),
		surplus
	).cheapestFlow();

	const flows = edges.map(() => 0);
	let total = 0;
	for (const [position, arc] of arcs.entries()) {
		let left = network.amount[arc]! - removed[position]!;
		total += left;
		for (const edge of network.members[arc]!) {
			flows[edge] = Math.min(left, edges[edge]!.amount);
			left -= flows[edge];
		}
	}
	return { total, flows };
}
