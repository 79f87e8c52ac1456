import { describe, expect, it } from 'vitest';
import { recordDrawing, theme } from '../engine/recorder.fixture';
import { buildTornadoChart, type TornadoInput } from './tornado';

const bar = (key: string, change: number, name = key) => ({
	key,
	name,
	change,
	text: change < 0 ? `\u2212$${-change}B` : `+$${change}B`,
	then: `$${1000 + change}B`
});
const input: TornadoInput = {
	asked: '$1T as asked',
	groups: [
		{ title: 'Assumed otherwise', bars: [bar('part_of', 700), bar('layers', -350)] },
		{
			title: 'A deal left out',
			bars: [
				{
					...bar('big', -400, 'A lab leases a campus in Ohio for twenty years, about $400B of rent'),
					href: '/deals/big'
				},
				bar('small', -1)
			]
		}
	]
};
const sizes = [
	{ width: 616, height: 258 },
	{ width: 358, height: 258 },
	{ width: 1112, height: 150 }
];

describe.each(sizes)('what moves a result, $width by $height', (size) => {
	const spec = buildTornadoChart(input, size, theme);
	const { rects, texts } = recordDrawing(spec, size);
	const solid = rects.filter((rect) => rect.fill === 'ink');
	const hollow = rects.filter((rect) => rect.fill === 'paper');

	it('draws what raises it to the right of the result and what lowers it to the left, on one scale', () => {
		expect([solid.length, hollow.length]).toEqual([1, 3]);
		const zero = solid[0]!.x;
		for (const rect of hollow) expect(rect.x + rect.width).toBeCloseTo(zero);
		expect(hollow[1]!.width / solid[0]!.width).toBeCloseTo(400 / 700, 2);
		// What is next to nothing can still be seen.
		expect(hollow[2]!.width).toBeGreaterThanOrEqual(1.5);
	});
	it('keeps every word on the canvas, and names off the figures', () => {
		const boxes = texts.map(({ text, x, y, align }) => {
			const width = text.length * 6;
			return { text, y, width, left: align === 'center' ? x - width / 2 : align === 'right' ? x - width : x };
		});
		for (const { text, left, width, y } of boxes) {
			expect(left, text).toBeGreaterThanOrEqual(0);
			expect(left + width, text).toBeLessThanOrEqual(size.width);
			expect(y, text).toBeLessThan(size.height);
		}
		boxes.forEach((a, i) =>
			boxes.slice(i + 1).forEach((b) => {
				const apart = Math.abs(a.y - b.y) >= 12 || a.left + a.width <= b.left || b.left + b.width <= a.left;
				expect(apart, `${a.text} on ${b.text}`).toBe(true);
			})
		);
	});
	it('is walked bar by bar, and a deal is opened', () => {
		expect(spec.stops.map(({ key }) => key)).toEqual(['part_of', 'layers', 'big', 'small']);
		expect(spec.stops[1]!.text).toBe('layers: \u2212$350B, then $650B.');
		expect(spec.stops.map(({ href }) => href)).toEqual([undefined, undefined, '/deals/big', undefined]);
		expect(spec.hitAreas().flatMap(({ keys }) => keys)).toEqual(['part_of', 'layers', 'big', 'small']);
	});
});
