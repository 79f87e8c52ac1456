import { describe, expect, it } from 'vitest';
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
		recordDrawing(spec, size);
		expect(spec.stops).toHaveLength(3);
		expect(spec.hitAreas()).toHaveLength(3);
	});
});
