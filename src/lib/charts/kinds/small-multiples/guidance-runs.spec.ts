import { describe, expect, it } from 'vitest';
import { layoutRuns, type GuidedPeriod } from './guidance-runs';

const scale = { from: '2025-01-01', to: '2025-04-11', most: 200 };
/** A day is ten pixels wide, a dollar two high. */
const box = { left: 0, right: 1000, top: 0, bottom: 400 };
const wide = (label: string) => label.length * 6;
const said = (given_on: string, low_usd: number | null, high_usd: number | null) => ({ given_on, low_usd, high_usd });
const period: Omit<GuidedPeriod, 'statements'> = {
	key: 'a',
	label: '2025',
	period_start: '2025-01-01',
	period_end: '2025-12-31',
	reported_usd: null
};
const runsOf = (...periods: GuidedPeriod[]) => layoutRuns(periods, scale, box, wide);

describe('guidance as it was given', () => {
	it('lets a statement stand until the next one, and the last until the scale ends', () => {
		const statements = [said('2025-01-11', 50, 50), said('2025-01-31', 60, 100), said('2025-03-02', 100, null)];
		const [run] = runsOf({ ...period, statements });
		expect(run!.steps).toEqual([
			{ left: 100, right: 300, top: 300, bottom: 300, floor: false, statement: 0 },
			{ left: 300, right: 600, top: 200, bottom: 280, floor: false, statement: 1 },
			{ left: 600, right: 1000, top: 200, bottom: 200, floor: true, statement: 2 }
		]);
		expect(run!.reported).toBeNull();
		expect(run!.label).toEqual({ text: '2025', x: 100, y: 300 - 4 - 7 });
	});

	it('ends with its period, where what was reported stands', () => {
		const statements = [said('2025-01-11', null, 100)];
		const [run] = runsOf({ ...period, period_end: '2025-03-02', reported_usd: 150, statements });
		expect(run!.steps).toMatchObject([{ left: 100, right: 600, top: 200, bottom: 200, floor: false }]);
		expect(run!.reported).toEqual({ x: 600, y: 100 });
	});

	it('draws nothing of what was said when the period was over', () => {
		expect(runsOf({ ...period, period_end: '2025-02-01', statements: [said('2025-03-01', 10, 10)] })).toEqual([]);
	});

	it('keeps labels inside the box and off each other, off lines and off dots, the latest nearest to its own', () => {
		const labelled = (key: string, from: string, usd: number, more: Partial<GuidedPeriod> = {}): GuidedPeriod => ({
			...period,
			key,
			label: `to ${key} 2025`,
			statements: [said(from, usd, usd)],
			...more
		});
		const cases = [
			[labelled('May', '2025-01-01', 20), labelled('Jun', '2025-01-03', 22)],
			[labelled('May', '2025-01-01', 20), labelled('Jun', '2025-01-03', 30), labelled('Jul', '2025-01-05', 36)],
			[
				labelled('May', '2025-01-01', 20, { period_end: '2025-01-07', reported_usd: 28 }),
				labelled('Jun', '2025-01-07', 24)
			],
			[labelled('May', '2025-04-08', 199)]
		];
		for (const periods of cases) {
			const runs = runsOf(...periods);
			const labels = runs.map(({ label: { text, x, y } }) => ({
				left: x,
				right: x + wide(text),
				top: y - 7,
				bottom: y + 7
			}));
			const lines = runs.flatMap(({ steps }) => steps);
			const dots = runs.flatMap(({ reported: dot }) =>
				dot ? [{ left: dot.x - 4, right: dot.x + 4, top: dot.y - 4, bottom: dot.y + 4 }] : []
			);
			labels.forEach((label, i) => {
				expect(label.left).toBeGreaterThanOrEqual(0);
				expect(label.right).toBeLessThanOrEqual(1000);
				expect(label.bottom).toBeLessThan(400);
				for (const other of [...labels.filter((_, n) => n !== i), ...lines, ...dots]) {
					const apart =
						other.right <= label.left ||
						other.left >= label.right ||
						other.bottom <= label.top ||
						other.top >= label.bottom;
					expect(apart).toBe(true);
				}
			});
			const last = runs.at(-1)!;
			expect(Math.abs(last.label.y - last.steps[0]!.top)).toBeLessThanOrEqual(11);
		}
	});
});
