import { describe, expect, it } from 'vitest';
import { buildQuartersChart, type QuartersInput } from './quarters';
import { recordDrawing, theme } from '../../engine/recorder.fixture';

const input: QuartersInput = {
	panels: [
		{
			key: 'bank',
			name: 'Bank',
			quarters: [
				{ start: '2025-07-01', end: '2025-09-30', usd: 10e9 },
				{ start: '2025-10-01', end: '2025-12-31', usd: 50e9 },
				{ start: '2026-01-01', end: '2026-03-31', usd: 20.5e9 }
			]
		},
		{
			key: 'house',
			name: 'A house with a name that is far too long',
			quarters: [
				{ start: '2025-10-01', end: '2025-12-31', usd: 25e9 },
				{ start: '2026-01-01', end: '2026-03-31', usd: 35.84e9 }
			]
		}
	]
};
const size = { width: 420, height: 168 };

describe('quarters, company by company', () => {
	const spec = buildQuartersChart(input, size, theme);
	const { rects, texts } = recordDrawing(spec, size);
	const bars = rects.filter(({ fill }) => fill === 'green');
	const at = (text: string) => texts.find((each) => each.text === text)!;

	it('draws a bar a quarter, all from one line and on one scale, the same quarter at the same place of its panel', () => {
		expect(bars).toHaveLength(5);
		expect(new Set(bars.map(({ y, height }) => Math.round(y + height))).size).toBe(1);
		const perDollar = bars.map(({ height }, i) => height / [10, 50, 20.5, 25, 35.84][i]!);
		for (const each of perDollar) expect(each).toBeCloseTo(perDollar[0]!);
		expect(bars[4]!.x - bars[3]!.x).toBeCloseTo(bars[2]!.x - bars[1]!.x);
		const panel = (size.width - 42 - 16) / 2 + 16;
		expect(bars[3]!.x - bars[1]!.x).toBeCloseTo(panel);
	});

	it('labels the latest bar above those that stand beside it, and names the first and the last quarter under the axis', () => {
		expect(at('$20.5B').y).toBeCloseTo(bars[2]!.y - 10);
		expect(at('$35.8B').align).toBe('right');
		expect(at('$35.8B').x).toBeCloseTo(bars[4]!.x + bars[4]!.width);
		expect(texts.filter(({ text }) => text === 'Q1 2026')).toHaveLength(2);
		expect(at('Q3 2025').x).toBeCloseTo(bars[0]!.x);

		const phone = recordDrawing(buildQuartersChart(input, { ...size, width: 220 }, theme), size);
		const tall = phone.rects.filter(({ fill }) => fill === 'green')[1]!;
		expect(phone.texts.find(({ text }) => text === '$20.5B')!.y).toBeCloseTo(tall.y - 10);
	});

	it('writes the values of its hairlines beside the first panel only, and cuts a name to its panel', () => {
		expect(texts.filter(({ text, x }) => text === '$40B' && x < 42)).toHaveLength(1);
		expect(texts.filter(({ text }) => text === '$40B')).toHaveLength(1);
		const cut = texts.find(({ text }) => text.startsWith('A house'))!;
		expect(cut.text).toMatch(/…$/);
		expect(cut.x + cut.text.length * 6).toBeLessThanOrEqual(size.width);
	});

	it('is walked bar by bar, each where it is drawn and found all along', () => {
		expect(spec.stops.map(({ text }) => text)).toEqual([
			'Bank, Q3 2025: $10B.',
			'Bank, Q4 2025: $50B.',
			'Bank, Q1 2026: $20.5B.',
			'A house with a name that is far too long, Q4 2025: $25B.',
			'A house with a name that is far too long, Q1 2026: $35.8B.'
		]);
		expect(spec.hitAreas().map(({ keys }) => keys[0])).toEqual(spec.stops.map(({ key }) => key));
		spec.hitAreas().forEach(({ y, box }, i) => {
			expect(y).toBe(bars[i]!.y);
			expect(box!.height).toBeCloseTo(bars[i]!.height);
		});
	});
});
