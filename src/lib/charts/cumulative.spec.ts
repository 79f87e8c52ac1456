import { describe, expect, it } from 'vitest';
import { buildCumulativeChart, type CumulativeInput } from './cumulative';
import { drawn, theme } from './recorder.fixture';

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
		const { texts } = drawn(spec, size);
		const at = (text: string) => texts.find((each) => each.text === text)!;
		expect(at('Bank, Nov 2025').y - at('House, Nov 2025').y).toBeGreaterThanOrEqual(35);
		expect(at('$200B').x).toBe(at('Bank, Nov 2025').x);
		expect(at('reported to 30 Jun 2026').align).toBe('left');
	});

	it('walks the days of the reports and says what had been reported', () => {
		const spec = buildCumulativeChart(input, size, theme);
		drawn(spec, size);
		expect(spec.stops.map(({ text }) => text)).toEqual([
			'Reported by 31 Mar 2026: $40B.',
			'Reported by 30 Jun 2026: $90B.'
		]);
		expect(spec.spots().map(({ keys }) => keys)).toEqual([['2026-03-31'], ['2026-06-30']]);
	});
});
