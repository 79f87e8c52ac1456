import { fromLargestPayer, MOST_DOLLARS, networkOf, paidBy, type Edge, type Network } from './network';

/** Money that runs in a ring, from the first organisation to the next and from the last back to the first. */
export interface Ring {
	organisations: string[];
	/** Dollars that go all the way round. */
	amount: number;
	/** Indices of the edges it runs along, hop by hop; parallel edges that carry flow all stand here. */
	edges: number[];
}

/**
 * A circulation taken apart into rings that a reader can follow: each time the shortest ring there is, of those the one
 * that carries most, with all the dollars it can take. No organisation comes twice in a ring, no ring twice in the list, and
 * the amounts times the numbers of organisations add up to the sum of the flows. Shortest first, of equal length the largest.
 * @param flows whole dollars per edge, as `maxCirculation` gives them
 * @throws RangeError where a flow passes its edge's amount, or an organisation does not pay out what it takes in
 */
export function decompose(edges: Edge[], flows: number[]): Ring[] {
	const network = networkOf(edges, flows);
	for (const [index, edge] of edges.entries()) {
		if (flows[index]! > edge.amount) {
			throw new RangeError(
				`Edge ${index} (${edge.from} to ${edge.to}) carries ${flows[index]} dollars of ${edge.amount}.`
			);
		}
	}
	checkBalance(network);
	const paid = paidBy(networkOf(edges));
	const rings = peelRings(network).map(({ cycle, amount }) => {
		const arcs = fromLargestPayer(network, cycle, paid);
		return {
			organisations: arcs.map((arc) => network.nodes[network.from[arc]!]!),
			amount,
			edges: arcs.flatMap((arc) => network.members[arc]!)
		};
	});
	return rings.sort((a, b) => a.organisations.length - b.organisations.length || b.amount - a.amount);
}

interface Found {
	cycle: number[];
	amount: number;
}

/** Rings of more organisations than this nobody follows: these are found in whatever way is quick. */
const FOLLOWED = 6;

/**
 * Up to `FOLLOWED` organisations: as flows only fall, the best ring through an organisation only gets longer, or narrower at
 * the same length. So one that was best when last looked at, and is found unchanged, is best now, and the others need not be
 * looked at again. What is left then runs in long rings only: organisation by organisation, the best ring through each.
 */
function peelRings(network: Network): Found[] {
	const outflow = paidBy(network);
	const length = new Float64Array(network.nodes.length);
	const width = new Float64Array(network.nodes.length).fill(MOST_DOLLARS);
	const search = new RingSearch(network);
	const found: Found[] = [];
	const take = (ring: Found) => {
		search.take(ring);
		for (const arc of ring.cycle) outflow[network.from[arc]!]! -= ring.amount;
		found.push(ring);
	};
	for (;;) {
		let best = -1;
		for (let node = 0; node < length.length; node += 1) {
			if (outflow[node] === 0 || length[node]! > FOLLOWED) continue;
			if (best !== -1 && (length[node]! - length[best]! || width[best]! - width[node]!) >= 0) continue;
			best = node;
		}
		if (best === -1) break;
		const ring = search.through(best, FOLLOWED);
		if (ring && ring.cycle.length === length[best] && ring.amount === width[best]) take(ring);
		else {
			length[best] = ring?.cycle.length ?? Infinity;
			width[best] = ring?.amount ?? 0;
		}
	}
	for (let node = 0; node < outflow.length; node += 1) {
		while (outflow[node]! > 0) take(search.through(node, Infinity)!);
	}
	return found;
}

/** The widest of the shortest rings through a node, along arcs that still carry flow. */
class RingSearch {
	readonly #network: Network;
	readonly #left: Float64Array;
	readonly #depth: Int32Array;
	readonly #width: Float64Array;
	readonly #arrival: Int32Array;

	constructor(network: Network) {
		this.#network = network;
		this.#left = Float64Array.from(network.amount);
		this.#depth = new Int32Array(network.nodes.length);
		this.#width = new Float64Array(network.nodes.length);
		this.#arrival = new Int32Array(network.nodes.length);
	}

	take({ cycle, amount }: Found): void {
		for (const arc of cycle) this.#left[arc]! -= amount;
	}

	/**
	 * Layer by layer, so that a node's width is final before it is passed on. Undefined where the shortest ring is longer than
	 * `most`; as flows balance, there always is one through a node that still pays.
	 */
	through(start: number, most: number): Found | undefined {
		const { to, leaving } = this.#network;
		const seen = [start];
		let layer = [start];
		let closing = -1;
		let amount = 0;
		this.#width[start] = Infinity;
		for (let depth = 1; closing === -1 && depth <= most; depth += 1) {
			const following: number[] = [];
			for (const node of layer) {
				for (const arc of leaving[node]!) {
					const width = Math.min(this.#width[node]!, this.#left[arc]!);
					const target = to[arc]!;
					if (width === 0) continue;
					if (target === start) {
						if (width <= amount) continue;
						amount = width;
						closing = arc;
						continue;
					}
					if (this.#depth[target] === 0) {
						this.#depth[target] = depth;
						this.#width[target] = 0;
						seen.push(target);
						following.push(target);
					}
					if (this.#depth[target] !== depth || width <= this.#width[target]!) continue;
					this.#width[target] = width;
					this.#arrival[target] = arc;
				}
			}
			layer = following;
		}
		for (const node of seen) this.#depth[node] = 0;
		return closing === -1 ? undefined : { cycle: this.#walkBack(start, closing), amount };
	}

	#walkBack(start: number, closing: number): number[] {
		const cycle = [closing];
		for (let node = this.#network.from[closing]!; node !== start;) {
			const arc = this.#arrival[node]!;
			cycle.push(arc);
			node = this.#network.from[arc]!;
		}
		return cycle.reverse();
	}
}

function checkBalance(network: Network): void {
	const balance = paidBy(network);
	for (let arc = 0; arc < network.to.length; arc += 1) balance[network.to[arc]!]! -= network.amount[arc]!;
	const off = balance.findIndex((amount) => amount !== 0);
	if (off !== -1) {
		throw new RangeError(
			`The flows do not balance: ${network.nodes[off]} pays ${balance[off]} dollars more than it takes in.`
		);
	}
}
