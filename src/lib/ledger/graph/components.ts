import type { Network } from './network';

/**
 * The strongly connected component of each node, by number: two nodes share one where money can get from each to the other.
 * Only an arc inside a component can lie on a loop. Tarjan's algorithm, with a stack of its own so that a long chain of
 * organisations cannot exhaust the engine's.
 */
function componentsOf({ nodes, to, leaving }: Network): Int32Array {
	const component = new Int32Array(nodes.length).fill(-1);
	const seen = new Int32Array(nodes.length).fill(-1);
	const lowest = new Int32Array(nodes.length);
	const next = new Int32Array(nodes.length);
	const open: number[] = [];
	let clock = 0;
	let count = 0;
	for (let root = 0; root < nodes.length; root += 1) {
		if (seen[root] !== -1) continue;
		const path = [root];
		while (path.length > 0) {
			const node = path.at(-1)!;
			if (seen[node] === -1) {
				seen[node] = lowest[node] = clock++;
				open.push(node);
			}
			const arc = leaving[node]![next[node]!++];
			if (arc !== undefined) {
				const target = to[arc]!;
				if (seen[target] === -1) path.push(target);
				else if (component[target] === -1) lowest[node] = Math.min(lowest[node]!, seen[target]!);
				continue;
			}
			path.pop();
			const parent = path.at(-1);
			if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
			if (lowest[node] !== seen[node]) continue;
			let member: number;
			do {
				member = open.pop()!;
				component[member] = count;
			} while (member !== node);
			count += 1;
		}
	}
	return component;
}

/** The arcs that can lie on a loop: both ends in one component. */
export function arcsOnLoops(network: Network): number[] {
	const component = componentsOf(network);
	return Array.from(network.from.keys()).filter((arc) => component[network.from[arc]!] === component[network.to[arc]!]);
}
