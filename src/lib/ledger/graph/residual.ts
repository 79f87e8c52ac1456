/** An arc that takes up to `room` whole dollars, at a cost of 1 each. */
interface Arc {
	from: number;
	to: number;
	room: number;
}

/**
 * The residual network of a cheapest flow from the nodes with a surplus to those with a deficit. Primal–dual: potentials keep
 * every remaining arc at a reduced cost of 0 or more; each round raises them until some arcs of reduced cost 0 lead from
 * surplus to deficit, then sends all that fits along these (Dinic's blocking flows). Costs are 1, so the distance covered
 * rises by a whole number each round and is less than the number of nodes: the rounds are few whatever the amounts are.
 * Amounts are only added, subtracted and compared, so whole numbers stay exact.
 */
export class Residual {
	readonly #arcs: number;
	readonly #source: number;
	readonly #sink: number;
	/** Arc 2k runs forward, arc 2k + 1 backward and takes what the first one carries. */
	readonly #tail: Int32Array;
	readonly #head: Int32Array;
	readonly #cost: Int8Array;
	readonly #room: Float64Array;
	readonly #leaving: number[][];
	readonly #potential: Float64Array;
	readonly #level: Int32Array;
	readonly #next: Int32Array;

	/** @param surplus per node, whole dollars to send (positive) or to take in (negative); they add up to 0 */
	constructor(arcs: Arc[], surplus: Float64Array) {
		const nodes = surplus.length + 2;
		this.#arcs = arcs.length;
		this.#source = surplus.length;
		this.#sink = surplus.length + 1;
		const ends: (Arc & { cost: number })[] = arcs.map((arc) => ({ ...arc, cost: 1 }));
		for (const [node, amount] of surplus.entries()) {
			if (amount > 0) ends.push({ from: this.#source, to: node, room: amount, cost: 0 });
			if (amount < 0) ends.push({ from: node, to: this.#sink, room: -amount, cost: 0 });
		}
		this.#tail = new Int32Array(2 * ends.length);
		this.#head = new Int32Array(2 * ends.length);
		this.#cost = new Int8Array(2 * ends.length);
		this.#room = new Float64Array(2 * ends.length);
		this.#leaving = Array.from({ length: nodes }, () => []);
		for (const [index, end] of ends.entries()) {
			const [forward, backward] = [2 * index, 2 * index + 1];
			this.#tail[forward] = this.#head[backward] = end.from;
			this.#head[forward] = this.#tail[backward] = end.to;
			this.#cost[forward] = end.cost;
			this.#cost[backward] = -end.cost;
			this.#room[forward] = end.room;
			this.#leaving[end.from]!.push(forward);
			this.#leaving[end.to]!.push(backward);
		}
		this.#potential = new Float64Array(nodes);
		this.#level = new Int32Array(nodes);
		this.#next = new Int32Array(nodes);
	}

	/** Dollars on each given arc of a cheapest flow that sends as much surplus as can be sent. To be called once. */
	cheapestFlow(): Float64Array {
		while (this.#raisePotentials()) {
			while (this.#findLevels()) this.#sendBlockingFlow();
		}
		return Float64Array.from({ length: this.#arcs }, (_, arc) => this.#room[2 * arc + 1]!);
	}

	#reducedCost(arc: number): number {
		return this.#cost[arc]! + this.#potential[this.#tail[arc]!]! - this.#potential[this.#head[arc]!]!;
	}

	/** Shortest distances by reduced cost, from buckets as they are small whole numbers; false where the sink is out of reach. */
	#raisePotentials(): boolean {
		const distance = new Float64Array(this.#potential.length).fill(Infinity);
		const buckets: (number[] | undefined)[] = [[this.#source]];
		distance[this.#source] = 0;
		for (let near = 0; near < buckets.length && near < distance[this.#sink]!; near += 1) {
			const bucket = buckets[near] ?? [];
			for (const node of bucket) {
				if (distance[node] !== near) continue;
				for (const arc of this.#leaving[node]!) {
					const far = near + this.#reducedCost(arc);
					const head = this.#head[arc]!;
					if (this.#room[arc] === 0 || far >= distance[head]!) continue;
					distance[head] = far;
					(buckets[far] ??= []).push(head);
				}
			}
		}
		const reached = distance[this.#sink]!;
		if (reached === Infinity) return false;
		for (let node = 0; node < distance.length; node += 1) {
			this.#potential[node]! += Math.min(distance[node]!, reached);
		}
		return true;
	}

	#isOpen(arc: number): boolean {
		return this.#room[arc]! > 0 && this.#reducedCost(arc) === 0;
	}

	#findLevels(): boolean {
		this.#level.fill(-1);
		this.#next.fill(0);
		this.#level[this.#source] = 0;
		const queue = [this.#source];
		for (const node of queue) {
			for (const arc of this.#leaving[node]!) {
				const head = this.#head[arc]!;
				if (this.#level[head] !== -1 || !this.#isOpen(arc)) continue;
				this.#level[head] = this.#level[node]! + 1;
				queue.push(head);
			}
		}
		return this.#level[this.#sink] !== -1;
	}

	#sendBlockingFlow(): void {
		const path: number[] = [];
		let node = this.#source;
		for (;;) {
			if (node === this.#sink) {
				node = this.#sendAlong(path);
				continue;
			}
			const arc = this.#leaving[node]![this.#next[node]!];
			if (arc !== undefined) {
				const head = this.#head[arc]!;
				if (this.#level[head] === this.#level[node]! + 1 && this.#isOpen(arc)) {
					path.push(arc);
					node = head;
				} else this.#next[node]! += 1;
				continue;
			}
			const back = path.pop();
			if (back === undefined) return;
			node = this.#tail[back]!;
			this.#next[node]! += 1;
		}
	}

	/** Sends what fits, cuts the path at its first full arc and gives the node it now ends at. */
	#sendAlong(path: number[]): number {
		let amount = Infinity;
		for (const arc of path) amount = Math.min(amount, this.#room[arc]!);
		for (const arc of path) {
			this.#room[arc]! -= amount;
			this.#room[arc ^ 1]! += amount;
		}
		const full = path.findIndex((arc) => this.#room[arc] === 0);
		const end = this.#tail[path[full]!]!;
		path.length = full;
		return end;
	}
}
