import { describe, expect, it } from 'vitest';
import { buildIndexChart, buildPathChart } from './spend/path';
import { drawn, theme } from '../engine/recorder.fixture';

const size = { width: 1000, height: 320 };

describe('the index over time', () => {
	const rows = [
		{ date: '2026-01-31', terminator: 2, idiocracy: 1 },
		{ date: '2026-02-28', terminator: null, idiocracy: null },
		{ date: '2026-03-31', terminator: 4, idiocracy: 3 },
		{ date: '2026-04-30', terminator: 3, idiocracy: 3 }
	];
	const spec = buildIndexChart({ rows, from: '2026-01-01', to: '2026-04-30', as_of: '2026-04-30' }, size, theme);
	it('mirrors the poles and breaks where there is no reading', () => {
		const [up, down] = spec.data.datasets.map((set) => (set.data as { y: number }[]).map(({ y }) => y));
		expect(up).toEqual([2, NaN, 4, 3]);
		expect(down).toEqual([-1, NaN, -3, -3]);
	});
	it('shows a reading that stands between gaps as a point', () => {
		expect(spec.data.datasets[0]!.pointRadius).toEqual([2.5, 0, 0, 0]);
	});
	it('steps from reading to reading', () => {
		drawn(spec, size);
		expect(spec.stops).toHaveLength(3);
		expect(spec.spots()).toHaveLength(3);
	});
});

it('sets a projection against nothing but what is recognised in its window', () => {
	const point = {
		headline_usd: 9e12,
		counted_usd: 9e12,
		recognised_usd: 9e12,
		path_low_usd: null,
		path_high_usd: null
	};
	const spec = buildPathChart(
		{
			rows: [
				{ ...point, date: '2026-01-31', in_window_usd: 5e9, path_usd: 40e9 },
				{ ...point, date: '2026-12-31', in_window_usd: 60e9, path_usd: 500e9 }
			],
			target: {
				slug: 'p',
				target_usd: 500e9,
				reading: 'in 2026',
				author: 'Somebody',
				floor: false,
				window: { start: '2026-01-01', end: '2026-12-31' }
			},
			as_of: '2026-01-31'
		},
		size,
		theme
	);
	const { texts } = drawn(spec, size);
	expect((spec.options.scales as Record<string, { max: number }>)['y']!.max).toBeLessThan(1e12);
	expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['$5B', '$60B contracted', '$500B']));
	expect(spec.stops.map(({ key }) => key)).toEqual(['2026-01-31', '2026-12-31']);
});
