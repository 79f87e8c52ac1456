import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementaryCycles } from './loops';
import type { Edge } from './network';

const edge = (from: string, to: string, amount: number): Edge => ({ from, to, amount });
const graphs = fc.array(
	fc.tuple(fc.nat(5), fc.nat(5), fc.nat(30)).map(([from, to, amount]) => edge(`n${from}`, `n${to}`, amount)),
	{ maxLength: 30 }
);

/** Every ordered choice of 2 to 4 organisations that starts with the smallest name and has an edge at each hop. */
function byTrying(edges: Edge[]): Map<string, number> {
	const carried = new Map<string, number>();
	for (const { from, to, amount } of edges) carried.set(`${from} ${to}`, (carried.get(`${from} ${to}`) ?? 0) + amount);
	const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
	const found = new Map<string, number>();
	const extend = (path: string[], bottleneck: number) => {
		const back = carried.get(`${path.at(-1)} ${path[0]}`) ?? 0;
		if (path.length > 1 && back > 0) found.set(path.join(' '), Math.min(bottleneck, back));
		if (path.length === 4) return;
		for (const name of names) {
			const hop = carried.get(`${path.at(-1)} ${name}`) ?? 0;
			if (name > path[0]! && !path.includes(name) && hop > 0) extend([...path, name], Math.min(bottleneck, hop));
		}
	};
	for (const name of names) extend([name], Infinity);
	return found;
}

describe('elementaryCycles', () => {
	it('merges parallel edges and starts each loop with its largest payer', () => {
		const edges = [
			edge('nvidia', 'openai', 100),
			edge('oracle', 'nvidia', 40),
			edge('openai', 'oracle', 300),
			edge('oracle', 'nvidia', 20),
			edge('nvidia', 'nvidia', 50),
			edge('openai', 'nvidia', 80)
		];
		expect(elementaryCycles(edges)).toEqual({
			loops: [
				{ organisations: ['openai', 'nvidia'], edges: [5, 0], bottleneck: 80 },
				{ organisations: ['openai', 'oracle', 'nvidia'], edges: [2, 1, 3, 0], bottleneck: 60 }
			],
			complete: true
		});
	});

	it('leaves out longer loops than asked for', () => {
		const ring = ['a', 'b', 'c', 'd', 'e'].map((name, i, all) => edge(name, all[(i + 1) % all.length]!, 10));
		expect(elementaryCycles(ring).loops).toEqual([]);
		expect(elementaryCycles(ring, 5).loops).toHaveLength(1);
	});

	it('finds exactly the loops that trying every choice finds, largest first', () => {
		fc.assert(
			fc.property(graphs, (edges) => {
				const real = edges.filter(({ from, to }) => from !== to);
				const { loops, complete } = elementaryCycles(edges, 4, 10_000);
				expect(complete).toBe(true);
				const fromSmallest = loops.map(({ organisations, bottleneck }) => {
					const start = organisations.indexOf([...organisations].sort()[0]!);
					return [[...organisations.slice(start), ...organisations.slice(0, start)].join(' '), bottleneck] as const;
				});
				expect(new Map(fromSmallest)).toEqual(byTrying(real));
				expect(loops).toHaveLength(byTrying(real).size);
				const sizes = loops.map((loop) => loop.bottleneck);
				expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
				const names = loops.map((loop) => loop.organisations);
				expect(elementaryCycles([...edges].reverse(), 4, 10_000).loops.map((l) => l.organisations)).toEqual(names);
			}),
			{ numRuns: 300 }
		);
	});

	it('gives the largest loops of a dense ledger and says that there are more', () => {
		const names = Array.from({ length: 200 }, (_, i) => `n${i}`);
		const dense = names.flatMap((from, i) =>
			names.flatMap((to, j) => (i === j ? [] : [edge(from, to, 1 + ((i * 7919 + j * 104729) % 1_000_003))]))
		);
		const { loops, complete } = elementaryCycles(dense, 4, 500);
		expect(complete).toBe(false);
		expect(loops).toHaveLength(500);
		expect(elementaryCycles(dense, 4, 50).loops.at(-1)!.bottleneck).toBeGreaterThanOrEqual(loops[49]!.bottleneck);
	});

	it('says what it takes', () => {
		expect(() => elementaryCycles([], 1)).toThrow(
			'A longest loop of 1 organisations: it takes a whole number, at least 2.'
		);
		expect(() => elementaryCycles([], 4, 0)).toThrow('A limit of 0 loops: it takes a whole number, at least 1.');
	});
});
