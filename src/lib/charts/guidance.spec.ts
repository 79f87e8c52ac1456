import { describe, expect, it } from 'vitest';
import { guidanceRuns } from './guidance';

const scale = { from: '2025-01-01', to: '2025-04-11', most: 200 };
const said = (given_on: string, low_usd: number | null, high_usd: number | null) => ({ given_on, low_usd, high_usd });
const period = { key: 'a', period_start: '2025-01-01', period_end: '2025-12-31', reported_usd: null };

describe('guidance as it was given', () => {
	it('lets a statement stand until the next one, and the last until the scale ends', () => {
		const statements = [said('2025-01-11', 50, 50), said('2025-01-31', 60, 100), said('2025-03-02', 100, null)];
		const [run] = guidanceRuns([{ ...period, statements }], scale);
		expect(run).toEqual({
			key: 'a',
			steps: [
				{ left: 10, right: 30, top: 75, bottom: 75, floor: false },
				{ left: 30, right: 60, top: 50, bottom: 70, floor: false },
				{ left: 60, right: 100, top: 50, bottom: 50, floor: true }
			],
			name: { x: 10, y: 75 },
			reported: null
		});
	});

	it('ends with its period, where what was reported stands', () => {
		const ended = {
			...period,
			period_end: '2025-03-02',
			reported_usd: 150,
			statements: [said('2025-01-11', null, 100)]
		};
		const [run] = guidanceRuns([ended], scale);
		expect(run!.steps).toEqual([{ left: 10, right: 60, top: 50, bottom: 50, floor: false }]);
		expect(run!.reported).toEqual({ x: 60, y: 25 });
	});

	it('draws nothing of what was said when the period was over, and lifts a name off a later one beside it', () => {
		const late = { ...period, period_end: '2025-02-01', statements: [said('2025-03-01', 10, 10)] };
		expect(guidanceRuns([late], scale)).toEqual([]);
		const first = { ...period, key: 'first', statements: [said('2025-01-01', 20, 20)] };
		const second = { ...period, key: 'second', statements: [said('2025-01-11', 30, 30)] };
		expect(guidanceRuns([first, second], scale).map((run) => run.name)).toEqual([
			{ x: 0, y: 75 },
			{ x: 10, y: 85 }
		]);
	});
});
