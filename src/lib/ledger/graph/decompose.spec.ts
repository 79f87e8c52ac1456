import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxCirculation } from './circulation';
import { decompose, type Ring } from './decompose';
import type { Edge } from './network';

const edge = (from: string, to: string, amount: number): Edge => ({ from, to, amount });
const graphs = fc.array(
	fc.tuple(fc.nat(7), fc.nat(7), fc.nat(40)).map(([from, to, amount]) => edge(`n${from}`, `n${to}`, amount)),
	{ maxLength: 40 }
);
const rings = (edges: Edge[]) => decompose(edges, maxCirculation(edges).flows);

describe('decompose', () => {
	it('names rings from the largest payer, short ones first and then large ones', () => {
		const edges = [
			edge('oracle', 'nvidia', 40),
			edge('nvidia', 'openai', 140),
			edge('openai', 'oracle', 300),
			edge('openai', 'nvidia', 60),
			edge('oracle', 'nvidia', 30),
			edge('openai', 'nvidia', 5)
		];
		expect(rings(edges)).toEqual([
			{ organisations: ['openai', 'nvidia'], amount: 65, edges: [3, 5, 1] },
			{ organisations: ['openai', 'oracle', 'nvidia'], amount: 70, edges: [2, 0, 4, 1] }
		]);
	});

	it('takes the wider of two rings of one length, whatever its name', () => {
		const edges = [edge('a', 'b', 5), edge('b', 'a', 5), edge('c', 'd', 6), edge('d', 'c', 6)];
		expect(rings(edges).map((ring) => ring.organisations)).toEqual([
			['c', 'd'],
			['a', 'b']
		]);
	});

	it('adds up edge by edge, in simple rings, each once, in order', () => {
		fc.assert(
			fc.property(graphs, (edges) => {
				const { total, flows } = maxCirculation(edges);
				const found = decompose(edges, flows);
				expect(found.reduce((sum, ring) => sum + ring.amount * ring.organisations.length, 0)).toBe(total);
				expect(hops(found)).toEqual(pairs(edges, flows));
				for (const [index, ring] of found.entries()) {
					expect(ring.amount).toBeGreaterThan(0);
					expect(new Set(ring.organisations).size).toBe(ring.organisations.length);
					const before = found[index - 1];
					if (before?.organisations.length === ring.organisations.length) {
						expect(before.amount).toBeGreaterThanOrEqual(ring.amount);
					} else if (before) expect(before.organisations.length).toBeLessThan(ring.organisations.length);
				}
				expect(new Set(found.map((ring) => ring.organisations.join())).size).toBe(found.length);
			}),
			{ numRuns: 300 }
		);
	});

	it('does not depend on the order of the edges', () => {
		fc.assert(
			fc.property(graphs, (edges) => {
				const plain = (list: Ring[]) => list.map(({ organisations, amount }) => ({ organisations, amount }));
				expect(plain(rings([...edges].reverse()))).toEqual(plain(rings(edges)));
			})
		);
	});

	it('takes apart a large circulation', () => {
		let state = 11;
		const next = (below: number) => (state = (state * 48271) % 2147483647) % below;
		const edges = Array.from({ length: 6_000 }, () => edge(`n${next(1_500)}`, `n${next(1_500)}`, 1 + next(1e10)));
		const { total, flows } = maxCirculation(edges);
		const found = decompose(edges, flows);
		expect(found.reduce((sum, ring) => sum + ring.amount * ring.organisations.length, 0)).toBe(total);
	});

	it('says where flows are not a circulation of the edges', () => {
		const edges = [edge('a', 'b', 5), edge('b', 'a', 5)];
		expect(() => decompose(edges, [5, 4])).toThrow('The flows do not balance: a pays 1 dollars more than it takes in.');
		expect(() => decompose(edges, [6, 6])).toThrow('Edge 0 (a to b) carries 6 dollars of 5.');
		expect(() => decompose(edges, [5])).toThrow('There are 1 amounts for 2 edges; each edge takes one.');
	});
});

/** Dollars from each organisation to each other, by the rings. */
function hops(found: Ring[]): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { organisations, amount } of found) {
		for (const [index, from] of organisations.entries()) {
			const key = `${from} ${organisations[(index + 1) % organisations.length]}`;
			sums.set(key, (sums.get(key) ?? 0) + amount);
		}
	}
	return new Map([...sums].sort());
}

function pairs(edges: Edge[], flows: number[]): Map<string, number> {
	const sums = new Map<string, number>();
	for (const [index, { from, to }] of edges.entries()) {
		if (flows[index] === 0) continue;
		sums.set(`${from} ${to}`, (sums.get(`${from} ${to}`) ?? 0) + flows[index]!);
	}
	return new Map([...sums].sort());
}
