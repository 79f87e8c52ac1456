import { describe, expect, it } from 'vitest';
import { dayNumber } from '$lib/records/day';
import { buildCumulativeChart, type CumulativeInput } from './cumulative';
import { recordDrawing, theme } from '../engine/recorder.fixture';

const size = { width: 700, height: 320 };
const path = (slug: string, usd: number, ends: [number, number] | null = null) => ({
	slug,
	by: slug,
	published: '2025-11-03',
	target_usd: usd,
	floor: false,
	path: [
		{ date: '2025-12-31', usd: 0, low_usd: ends && 0, high_usd: ends && 0 },
		{ date: '2026-12-31', usd, low_usd: ends && ends[0], high_usd: ends && ends[1] }
	]
});
const input: CumulativeInput = {
	start: '2026-01-01',
	end: '2026-12-31',
	reported: [
		{ date: '2025-12-31', usd: 0 },
		{ date: '2026-03-31', usd: 40e9 },
		{ date: '2026-06-30', usd: 90e9 }
	],
	paths: [path('Bank', 200e9), path('House', 205e9, [150e9, 300e9])],
	as_of: '2026-08-15'
};

describe('reported and projected, cumulative', () => {
	it('ends the line of reports where they end, and dashes what was projected', () => {
		const { data } = buildCumulativeChart(input, size, theme);
		const [bank, , reported] = data.datasets;
		expect((reported!.data as { y: number }[]).map(({ y }) => y)).toEqual([0, 40e9, 90e9]);
		expect([bank!.borderDash, reported!.borderDash]).toEqual([[7, 4], undefined]);
	});

	it('has room for the high end of a band, and names each projection at its end, one clear of the other', () => {
		const spec = buildCumulativeChart(input, size, theme);
		expect(spec.options.scales?.['y']?.max).toBeGreaterThanOrEqual(300e9);
		const { texts } = recordDrawing(spec, size);
		const at = (text: string) => texts.find((each) => each.text === text)!;
		expect(at('Bank, Nov 2025').y - at('House, Nov 2025').y).toBeGreaterThanOrEqual(35);
		expect(at('$200B').x).toBe(at('Bank, Nov 2025').x);
	});

	it('keeps what was reported off the day of the chart and off every path, in words as they fit', () => {
		const spec = buildCumulativeChart(input, size, theme);
		const { texts } = recordDrawing(spec, size);
		const [x, y] = [spec.options.scales!['x']!, spec.options.scales!['y']!].map(
			({ min, max }, i) =>
				(value: number) => {
					const [from, to] = i === 0 ? [70, size.width - 178] : [size.height - 30, 26];
					return from + ((value - Number(min)) / (Number(max) - Number(min))) * (to - from);
				}
		) as [(value: number) => number, (value: number) => number];
		const label = texts.filter(({ text }) => text === '$90B' || text.includes('30 Jun'));
		expect(label.length).toBeGreaterThan(1);
		for (const { text, align, x: at, y: middle } of label) {
			const [left, right] = align === 'right' ? [at - text.length * 6, at] : [at, at + text.length * 6];
			expect(right).toBeLessThan(x(dayNumber('2026-08-15')));
			// Both paths and the reports run straight from nothing upwards: the label lies on one side of each of them.
			for (const [to, usd] of [
				['2026-12-31', 200e9],
				['2026-12-31', 205e9],
				['2026-06-30', 90e9]
			] as const) {
				const above = [left, right].map((edge) => {
					const share = (edge - x(dayNumber('2025-12-31'))) / (x(dayNumber(to)) - x(dayNumber('2025-12-31')));
					return middle < y(share * usd) - 5 ? 'above' : middle > y(share * usd) + 5 ? 'under' : 'on it';
				});
				expect(above[0], text).toBe(above[1]);
				expect(above, text).not.toContain('on it');
			}
		}
	});

	it('leaves the paths their sums beside the plot on a phone', () => {
		const narrow = { width: 358, height: 280 };
		const floor = { ...path('Author', 100e9), floor: true };
		const { texts } = recordDrawing(
			buildCumulativeChart({ ...input, paths: [...input.paths, floor] }, narrow, theme),
			narrow
		);
		const at = (text: string) => texts.find((each) => each.text === text)!;
		for (const text of ['$200B', '$205B', '$100B', 'or more']) expect(at(text).x).toBeGreaterThan(narrow.width - 8);
		expect(at('or more').y).toBeGreaterThan(at('$100B').y);
	});

	it('walks the days of the reports and says what had been reported', () => {
		const spec = buildCumulativeChart(input, size, theme);
		recordDrawing(spec, size);
		expect(spec.stops.map(({ text }) => text)).toEqual([
			'Reported by 31 Mar 2026: $40B.',
			'Reported by 30 Jun 2026: $90B.'
		]);
		expect(spec.hitAreas().map(({ keys }) => keys)).toEqual([['2026-03-31'], ['2026-06-30']]);
	});
});
