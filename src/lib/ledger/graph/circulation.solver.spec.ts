import fc from 'fast-check';
import loadSolver from 'highs';
import { expect, it } from 'vitest';
import { maxCirculation } from './circulation';
import type { Edge } from './network';

const graphs = fc.array(
	fc
		.tuple(fc.nat(30), fc.nat(30), fc.nat(1_000_000_000))
		.map(([from, to, amount]): Edge => ({ from: `n${from}`, to: `n${to}`, amount })),
	{ minLength: 1, maxLength: 150 }
);

/** The circulation as a linear program: maximise Σ x, what leaves an organisation is what enters it, 0 ≤ x ≤ amount. */
function program(edges: Edge[]): string {
	const real = edges.map((edge, i) => ({ ...edge, x: `x${i}` })).filter(({ from, to }) => from !== to);
	const names = [...new Set(real.flatMap(({ from, to }) => [from, to]))];
	const rows = names.map((name) => {
		const terms = real.flatMap(({ from, to, x }) => (from === name ? [`+ ${x}`] : to === name ? [`- ${x}`] : []));
		return `${terms.join(' ')} = 0`;
	});
	return [
		'Maximize',
		['0 none', ...real.map(({ x }) => x)].join(' + '),
		'Subject To',
		...rows,
		'none = 0',
		'Bounds',
		...real.map(({ x, amount }) => `0 <= ${x} <= ${amount}`),
		'End'
	].join('\n');
}

it('agrees with a linear-programming solver, to the precision of its floating point', async () => {
	const solver = await loadSolver();
	fc.assert(
		fc.property(graphs, (edges) => {
			const solution = solver.solve(program(edges));
			expect(solution.Status).toBe('Optimal');
			const { total } = maxCirculation(edges);
			expect(Math.abs(solution.ObjectiveValue - total)).toBeLessThanOrEqual(1e-7 * Math.max(1, total));
		})
	);
});
