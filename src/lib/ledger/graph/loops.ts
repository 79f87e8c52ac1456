import { compareText } from '../book';
import { arcsOnLoops } from './components';
import { fromLargestPayer, networkOf, paidBy, type Edge, type Network } from './network';

/** A way round the network that comes to no organisation twice. */
export interface Loop {
	organisations: string[];
	/** Indices of the edges along it, hop by hop; parallel edges all stand here. */
	edges: number[];
	/** Dollars that its weakest hop carries, parallel edges together. */
	bottleneck: number;
}

export interface Loops {
	/** Largest bottleneck first; of equal ones the shortest, then by name. */
	loops: Loop[];
	/** False where there are more than `limit`; those left out are no larger than the ones given. */
	complete: boolean;
}

/** As many loops as a person can page through; a dense ledger may have millions. */
const MOST_LOOPS = 1_000;

/**
 * The elementary cycles (MODEL section 7) of at most `maxLength` organisations, each once, parallel edges merged. Arcs are
 * let in from the largest to the smallest, and each is asked for the loops that it closes: so loops come largest first and
 * the work ends with the last one wanted, however many more there are.
 * @param maxLength whole number, at least 2
 * @param limit whole number, at least 1
 * @throws RangeError on an amount that is not a whole number of dollars, or another parameter out of its bounds
 */
export function elementaryCycles(edges: Edge[], maxLength = 4, limit = MOST_LOOPS): Loops {
	if (!Number.isInteger(maxLength) || maxLength < 2) {
		throw new RangeError(`A longest loop of ${maxLength} organisations: it takes a whole number, at least 2.`);
	}
	if (!Number.isInteger(limit) || limit < 1) {
		throw new RangeError(`A limit of ${limit} loops: it takes a whole number, at least 1.`);
	}
	const network = networkOf(edges);
	const { from, to, amount } = network;
	const arcs = arcsOnLoops(network).sort((a, b) => amount[b]! - amount[a]! || a - b);
	const growing = new GrowingNetwork(network);
	const cycles: { arcs: number[]; bottleneck: number }[] = [];
	for (const arc of arcs) {
		for (const path of growing.paths(to[arc]!, from[arc]!, maxLength - 1)) {
			cycles.push({ arcs: [arc, ...path], bottleneck: amount[arc]! });
			if (cycles.length > limit) break;
		}
		if (cycles.length > limit) break;
		growing.add(arc);
	}
	const complete = cycles.length <= limit;
	const paid = paidBy(network);
	const loops = cycles.slice(0, limit).map((cycle) => {
		const turned = fromLargestPayer(network, cycle.arcs, paid);
		return {
			organisations: turned.map((arc) => network.nodes[from[arc]!]!),
			edges: turned.flatMap((arc) => network.members[arc]!),
			bottleneck: cycle.bottleneck
		};
	});
	return { loops: loops.sort(bySize), complete };
}

/** The arcs let in so far. */
class GrowingNetwork {
	readonly #network: Network;
	readonly #leaving: number[][];
	readonly #entering: number[][];
	/** Steps still needed to the end of the path that is asked for, where `#reached` names that end. */
	readonly #steps: Int32Array;
	readonly #reached: Int32Array;
	readonly #onPath: Uint8Array;
	#query = 0;

	constructor(network: Network) {
		this.#network = network;
		this.#leaving = network.nodes.map(() => []);
		this.#entering = network.nodes.map(() => []);
		this.#steps = new Int32Array(network.nodes.length);
		this.#reached = new Int32Array(network.nodes.length);
		this.#onPath = new Uint8Array(network.nodes.length);
	}

	add(arc: number): void {
		this.#leaving[this.#network.from[arc]!]!.push(arc);
		this.#entering[this.#network.to[arc]!]!.push(arc);
	}

	/** All simple paths of at most `most` arcs. A step that cannot end in time is not taken. */
	*paths(start: number, end: number, most: number): Generator<number[]> {
		this.#measure(end, most);
		if (this.#reached[start] !== this.#query) return;
		yield* this.#extend(start, end, most, []);
	}

	*#extend(node: number, end: number, most: number, path: number[]): Generator<number[]> {
		if (node === end) {
			yield [...path];
			return;
		}
		this.#onPath[node] = 1;
		try {
			for (const arc of this.#leaving[node]!) {
				const target = this.#network.to[arc]!;
				if (this.#reached[target] !== this.#query || this.#onPath[target] === 1) continue;
				if (path.length + 1 + this.#steps[target]! > most) continue;
				path.push(arc);
				yield* this.#extend(target, end, most, path);
				path.pop();
			}
		} finally {
			this.#onPath[node] = 0;
		}
	}

	#measure(end: number, most: number): void {
		this.#query += 1;
		this.#reached[end] = this.#query;
		this.#steps[end] = 0;
		const queue = [end];
		for (const node of queue) {
			if (this.#steps[node] === most) return;
			for (const arc of this.#entering[node]!) {
				const source = this.#network.from[arc]!;
				if (this.#reached[source] === this.#query) continue;
				this.#reached[source] = this.#query;
				this.#steps[source] = this.#steps[node]! + 1;
				queue.push(source);
			}
		}
	}
}

function bySize(a: Loop, b: Loop): number {
	if (a.bottleneck !== b.bottleneck) return b.bottleneck - a.bottleneck;
	if (a.organisations.length !== b.organisations.length) return a.organisations.length - b.organisations.length;
	const differs = a.organisations.findIndex((name, index) => name !== b.organisations[index]);
	return differs === -1 ? 0 : compareText(a.organisations[differs]!, b.organisations[differs]!);
}
