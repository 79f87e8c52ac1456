import { describe, expect, it } from 'vitest';
import { wtfLabel } from '$lib/ledger/wtf';
import { recordDrawing, theme } from '../engine/recorder.fixture';
import { buildIndexChart } from './wtf-index';

const size = { width: 1000, height: 320 };

describe('the index over time', () => {
	const rows = [
		{ date: '2026-01-31', terminator: 2, idiocracy: 1 },
		{ date: '2026-02-28', terminator: null, idiocracy: null },
		{ date: '2026-03-31', terminator: 4, idiocracy: 3 },
		{ date: '2026-04-30', terminator: 3, idiocracy: 3 }
	].map((row) => ({ ...row, deals: 5, window_days: 90 }));
	const spec = buildIndexChart(
		{ rows, deals: [], from: '2026-01-01', to: '2026-04-30', as_of: '2026-04-30' },
		size,
		theme
	);
	it('mirrors the poles and breaks where there is no reading', () => {
		const [up, down] = spec.data.datasets.map((set) => (set.data as { y: number }[]).map(({ y }) => y));
		expect(up).toEqual([2, NaN, 4, 3]);
		expect(down).toEqual([-1, NaN, -3, -3]);
	});
	it('shows a reading that stands between gaps as a point', () => {
		expect(spec.data.datasets[0]!.pointRadius).toEqual([2.5, 0, 0, 0]);
	});
	it('steps from reading to reading', () => {
		recordDrawing(spec, size);
		expect(spec.stops).toHaveLength(3);
		expect(spec.hitAreas()).toHaveLength(3);
	});

	describe('in front of it', () => {
		const deal = (slug: string, date: string, terminator: number, idiocracy: number, usd: number | null) => ({
			...{ slug, title: `Deal ${slug}`, date, terminator, idiocracy, usd },
			label: wtfLabel(terminator, idiocracy)
		});
		const deals = [
			deal('scary', '2026-02-10', 7, 1, 100e9),
			deal('mild', '2026-03-05', 1, 0, 2e9),
			deal('nothing', '2026-03-09', 0, 0, null),
			deal('small', '2026-02-12', 0, 5, null),
			deal('before', '2025-12-31', 9, 9, 1e9)
		];
		const drawn = buildIndexChart(
			{ rows, deals, from: '2026-01-01', to: '2026-04-30', as_of: '2026-04-30' },
			size,
			theme
		);
		const { rects, dots } = recordDrawing(drawn, size);
		const columns = (fill: string) => rects.filter((each) => each.fill === fill);

		it('every deal of the window is a column of its scores, as wide as its dollars; Neutral is thin and grey', () => {
			const [scary] = columns('term');
			expect(columns('term')).toHaveLength(1);
			expect(columns('idio')).toHaveLength(2);
			expect(columns('ruleStrong').map(({ width }) => width)).toEqual([2]);
			const [below, small] = columns('idio');
			expect(scary!.height / below!.height).toBeCloseTo(7, 5);
			expect(scary!.width).toBeGreaterThan(small!.width);
			expect(dots.some(({ fill }) => fill === 'paper')).toBe(true);
		});
		it('and a stop that opens it, in the order of days among the readings', () => {
			expect(drawn.stops.map(({ key }) => key)).toEqual([
				'2026-01-31',
				'scary',
				'small',
				'mild',
				'nothing',
				'2026-03-31',
				'2026-04-30'
			]);
			expect(drawn.stops[1]).toMatchObject({
				href: '/deals/scary',
				text: '10 Feb 2026: Deal scary. Terminator 7 of 10, Idiocracy 1 of 10. Terminator.'
			});
			for (const { key } of drawn.stops)
				expect(
					drawn.hitAreas().some(({ keys }) => keys.includes(key)),
					key
				).toBe(true);
		});
		it('the scale ends at the highest that was read, not at a ten that nobody gave', () => {
			const { y } = drawn.options.scales as Record<string, { max?: number }>;
			expect(y!.max).toBe(8);
		});
	});
});
