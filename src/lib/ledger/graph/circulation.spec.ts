import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxCirculation } from './circulation';
import type { Edge } from './network';

const edge = (from: string, to: string, amount: number): Edge => ({ from, to, amount });

/** Small graphs with many loops, parallel edges, edges to oneself and edges of nothing. */
const graphs = (nodes: number, edges: number, most: number) =>
	fc.array(
		fc
			.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.nat(most))
			.map(([from, to, amount]) => edge(`n${from}`, `n${to}`, amount)),
		{ maxLength: edges }
	);

function expectCirculation(edges: Edge[], { total, flows }: { total: number; flows: number[] }) {
	const balance = new Map<string, number>();
	for (const [index, { from, to }] of edges.entries()) {
		balance.set(from, (balance.get(from) ?? 0) + flows[index]!);
		balance.set(to, (balance.get(to) ?? 0) - flows[index]!);
	}
	const fits = (flow: number, { from, to, amount }: Edge) =>
		Number.isSafeInteger(flow) && flow >= 0 && flow <= (from === to ? 0 : amount);
	expect(edges.filter((each, index) => !fits(flows[index]!, each))).toEqual([]);
	expect([...balance.values()].every((left) => left === 0)).toBe(true);
	expect(flows.reduce((sum, flow) => sum + flow, 0)).toBe(total);
}

/**
 * The proof by duality. Shortest distances in what the flow leaves open (each dollar more gains 1, each dollar less loses 1)
 * are prices; by them no circulation can gain more than Σ amount × max(0, 1 + price(from) − price(to)).
 */
function upperBound(edges: Edge[], flows: number[]): number {
	const price = new Map(edges.flatMap(({ from, to }) => [from, to]).map((name) => [name, 0]));
	for (let round = 0, changed = true; changed; round += 1) {
		expect(round, 'a loop that gains is still open').toBeLessThanOrEqual(price.size);
		changed = false;
		const lower = (name: string, value: number) => {
			if (value >= price.get(name)!) return;
			price.set(name, value);
			changed = true;
		};
		for (const [index, { from, to, amount }] of edges.entries()) {
			if (from === to) continue;
			if (flows[index]! < amount) lower(to, price.get(from)! - 1);
			if (flows[index]! > 0) lower(from, price.get(to)! + 1);
		}
	}
	return edges
		.filter(({ from, to }) => from !== to)
		.reduce((sum, e) => sum + e.amount * Math.max(0, 1 + price.get(e.to)! - price.get(e.from)!), 0);
}

/** Another method: begin with nothing and send dollars round any loop that gains, until none is left (Klein 1967). */
function byCancellingCycles(edges: Edge[]): number {
	const flows = edges.map(() => 0);
	const real = edges.flatMap((e, index) => (e.from === e.to ? [] : [{ ...e, index }]));
	const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
	for (;;) {
		const open = real.flatMap(({ from, to, amount, index }) => [
			{ from, to, index, sign: 1, room: amount - flows[index]! },
			{ from: to, to: from, index, sign: -1, room: flows[index]! }
		]);
		const usable = open.filter((step) => step.room > 0);
		const cost = new Map(names.map((name) => [name, 0]));
		const arrival = new Map<string, (typeof usable)[number]>();
		let last: string | undefined;
		for (let round = 0; round <= names.length; round += 1) {
			last = undefined;
			for (const step of usable) {
				if (cost.get(step.from)! - step.sign >= cost.get(step.to)!) continue;
				cost.set(step.to, cost.get(step.from)! - step.sign);
				arrival.set(step.to, step);
				last = step.to;
			}
			if (last === undefined) return flows.reduce((sum, flow) => sum + flow, 0);
		}
		let start = last!;
		for (let i = 0; i < names.length; i += 1) start = arrival.get(start)!.from;
		const cycle = [arrival.get(start)!];
		while (cycle.at(-1)!.from !== start) cycle.push(arrival.get(cycle.at(-1)!.from)!);
		const amount = Math.min(...cycle.map((step) => step.room));
		for (const step of cycle) flows[step.index]! += step.sign * amount;
	}
}

describe('maxCirculation', () => {
	it('finds no loop where there is none', () => {
		expect(maxCirculation([])).toEqual({ total: 0, flows: [] });
		expect(maxCirculation([edge('a', 'b', 5), edge('b', 'c', 7), edge('a', 'c', 1), edge('c', 'c', 9)])).toEqual({
			total: 0,
			flows: [0, 0, 0, 0]
		});
	});

	it('sends round a ring what its weakest edge carries', () => {
		const ring = [edge('openai', 'oracle', 300), edge('oracle', 'nvidia', 40), edge('nvidia', 'openai', 100)];
		expect(maxCirculation(ring)).toEqual({ total: 120, flows: [40, 40, 40] });
	});

	it('gives up a short loop where a longer one through the same edge brings back more', () => {
		const edges = [edge('a', 'b', 10), edge('b', 'a', 10), edge('b', 'c', 10), edge('c', 'd', 10), edge('d', 'a', 10)];
		expect(maxCirculation(edges)).toEqual({ total: 40, flows: [10, 0, 10, 10, 10] });
	});

	it('fills the larger of two parallel edges first', () => {
		const edges = [edge('a', 'b', 3), edge('a', 'b', 8), edge('b', 'a', 10)];
		expect(maxCirculation(edges)).toEqual({ total: 20, flows: [2, 8, 10] });
	});

	it('stays exact at the most dollars a ledger may hold', () => {
		const most = 9e15;
		const edges = [edge('a', 'b', most / 2 - 1), edge('b', 'a', most / 2 - 2), edge('c', 'b', 3)];
		expect(maxCirculation(edges)).toEqual({ total: most - 4, flows: [most / 2 - 2, most / 2 - 2, 0] });
	});

	it('is a circulation that no other one passes, by its prices and by a second method', () => {
		fc.assert(
			fc.property(graphs(7, 24, 30), (edges) => {
				const found = maxCirculation(edges);
				expectCirculation(edges, found);
				expect(upperBound(edges, found.flows)).toBe(found.total);
				expect(byCancellingCycles(edges)).toBe(found.total);
			}),
			{ numRuns: 400 }
		);
	});

	it('is proved best by its prices on larger graphs of large amounts', () => {
		fc.assert(
			fc.property(graphs(60, 400, 2e13), (edges) => {
				const found = maxCirculation(edges);
				expectCirculation(edges, found);
				expect(upperBound(edges, found.flows)).toBe(found.total);
			}),
			{ numRuns: 40 }
		);
	});

	it('does not depend on the order of the edges', () => {
		const shuffled = graphs(6, 20, 12).chain((edges) =>
			fc.tuple(
				fc.constant(edges),
				fc.shuffledSubarray([...edges.keys()], { minLength: edges.length, maxLength: edges.length })
			)
		);
		fc.assert(
			fc.property(shuffled, ([edges, order]) => {
				const straight = maxCirculation(edges);
				const other = maxCirculation(order.map((index) => edges[index]!));
				const lines = (list: Edge[], flows: number[]) =>
					list.map((e, i) => `${e.from} ${e.to} ${e.amount} ${flows[i]}`).sort();
				const moved = order.map((index) => edges[index]!);
				expect(lines(moved, other.flows)).toEqual(lines(edges, straight.flows));
			})
		);
	});

	it('settles 5,000 organisations and 20,000 edges, and a loop through 20,000 organisations', () => {
		let state = 7;
		const next = (below: number) => (state = (state * 48271) % 2147483647) % below;
		const wide = Array.from({ length: 20_000 }, () =>
			edge(`n${next(5_000)}`, `n${next(5_000)}`, 1 + next(100_000_000_000))
		);
		const found = maxCirculation(wide);
		expectCirculation(wide, found);
		expect(upperBound(wide, found.flows)).toBe(found.total);

		const long = Array.from({ length: 20_000 }, (_, i) => edge(`n${i}`, `n${(i + 1) % 20_000}`, i === 99 ? 4 : 6));
		expect(maxCirculation(long).total).toBe(80_000);
	});

	it.each([0.5, -1, Number.NaN, Infinity, 9.1e15])('says which edge has the amount %s', (amount) => {
		expect(() => maxCirculation([edge('a', 'b', 1), edge('b', 'a', amount)])).toThrow(/^Edge 1 \(b to a\): .* dollars/);
	});

	it('refuses sums that are no longer exact', () => {
		expect(() => maxCirculation([edge('a', 'b', 9e15), edge('b', 'a', 1)])).toThrow(/add up to more than/);
	});
});
