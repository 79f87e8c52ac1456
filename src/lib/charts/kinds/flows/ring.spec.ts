import { describe, expect, it } from 'vitest';
import { layoutRing, RING_SIZE } from './ring';

describe('ring', () => {
	const companies = ['a', 'b', 'c', 'd', 'e'];

	it('keeps the arrows there and back apart, the larger the wider', () => {
		const { arrows } = layoutRing(companies, [
			{ from: 'a', to: 'c', kind: 'cloud', amount_usd: 100 },
			{ from: 'c', to: 'a', kind: 'equity', amount_usd: 25 }
		]);
		const [there, back] = arrows;
		const control = (path: string) => path.split('Q')[1]?.split(' ').slice(0, 2).map(Number) ?? [];
		const [x1, y1] = control(there!.path);
		const [x2, y2] = control(back!.path);
		expect(Math.hypot(x1! - x2!, y1! - y2!)).toBeGreaterThan(20);
		expect(there!.width).toBeGreaterThan(back!.width);
	});

	it('puts every company and its label inside the square, and drops arrows to nowhere', () => {
		const { nodes, arrows } = layoutRing(companies, [{ from: 'a', to: 'nobody', kind: 'cloud', amount_usd: 1 }]);
		expect(arrows).toEqual([]);
		for (const { x, y, label } of nodes)
			for (const at of [x, y, label.x, label.y]) {
				expect(at).toBeGreaterThan(0);
				expect(at).toBeLessThan(RING_SIZE);
			}
	});
});
