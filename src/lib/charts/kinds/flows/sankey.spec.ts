import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutSankey, type SankeyFlow } from './sankey';

const HEIGHT = 700;

const flow: fc.Arbitrary<SankeyFlow> = fc.record({
	from: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
	to: fc.constantFrom('q', 'r', 's', 't', 'a', 'b', 'c', 'u', 'v', 'w'),
	kind: fc.constantFrom('debt', 'equity', 'cloud', 'chips'),
	amount_usd: fc.integer({ min: 1, max: 300_000_000_000 })
});
const flows = fc.uniqueArray(flow, { selector: (each) => `${each.from} ${each.to} ${each.kind}`, maxLength: 120 });

/** The numbers of a path, in pairs. */
const points = (path: string): number[][] =>
	[...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('sankey', () => {
	it('draws or folds every dollar, and no more bands than a reader can follow', () => {
		fc.assert(
			fc.property(flows, (all) => {
				const { bands, folded } = layoutSankey(all, HEIGHT);
				const sum = (list: readonly { amount_usd: number }[]) => list.reduce((usd, each) => usd + each.amount_usd, 0);
				expect(sum(bands) + folded.amount_usd).toBe(sum(all));
				expect(bands.length + folded.flows).toBe(all.length);
				expect(bands.length).toBeLessThanOrEqual(40);
			})
		);
	});

	it('keeps nodes of a column apart and in the frame, an organisation once a role', () => {
		fc.assert(
			fc.property(flows, (all) => {
				const { nodes } = layoutSankey(all, HEIGHT);
				expect(new Set(nodes.map((node) => node.key)).size).toBe(nodes.length);
				for (const column of [0, 1, 2, 3]) {
					const stack = nodes.filter((node) => node.column === column).sort((a, b) => a.top - b.top);
					for (const [i, node] of stack.entries()) {
						expect(node.top).toBeGreaterThanOrEqual(0);
						const next = stack[i + 1];
						if (next) expect(next.top - node.top - node.height).toBeGreaterThanOrEqual(12);
					}
				}
			})
		);
	});

	it('lets money run right only, along bands that stay inside their nodes', () => {
		fc.assert(
			fc.property(flows, (all) => {
				const { bands, nodes, height } = layoutSankey(all, HEIGHT);
				for (const { path, from, to } of bands) {
					const xs = points(path).map(([x]) => x!);
					const ys = points(path).map(([, y]) => y!);
					expect(xs[0]).toBe(Math.min(...xs));
					expect(Math.min(...ys)).toBeGreaterThanOrEqual(-0.1);
					expect(Math.max(...ys)).toBeLessThanOrEqual(Math.max(height, HEIGHT) + 0.1);
					const start = nodes.find((node) => node.slug === from && within(node, ys[0]!));
					expect(start).toBeDefined();
					expect(nodes.some((node) => node.slug === to)).toBe(true);
				}
			})
		);
	});

	it('sends the chips of a company that sells compute from there, and those of others past it', () => {
		const { nodes } = layoutSankey(
			[
				{ from: 'lab', to: 'cloud', kind: 'cloud', amount_usd: 10 },
				{ from: 'cloud', to: 'maker', kind: 'chips', amount_usd: 8 },
				{ from: 'lab', to: 'maker', kind: 'chips', amount_usd: 4 },
				{ from: 'maker', to: 'lab', kind: 'equity', amount_usd: 3 }
			],
			HEIGHT
		);
		expect(nodes.map((node) => [node.slug, node.column, node.amount_usd]).sort()).toEqual([
			['cloud', 2, 10],
			['lab', 1, 14],
			['maker', 0, 3],
			['maker', 3, 12]
		]);
	});
});

function within({ top, height }: { top: number; height: number }, y: number): boolean {
	return y >= top - 0.2 && y <= top + height + 0.2;
}
