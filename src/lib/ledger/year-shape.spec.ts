import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someProjection } from '../../../tests/support/arbitrary';
import { capexOf, records } from '../../../tests/support/small';
import { pathAt } from './compare';
import { windowOf } from './window';
import { shapedPathAt, yearShape, type YearShape } from './year-shape';
import { addDays, stepEnds } from '$lib/records/day';
import type { Projection } from '$lib/records';

const PROJECTION: Projection = {
	slug: 'guess',
	author: 'A bank',
	institution: 'A bank',
	title: 'A guess',
	published: '2025-01-01',
	scope: 'global',
	covers: 'Two companies',
	window: { start: '2025-01-01', end: '2026-12-31' },
	target: { central: 2000 },
	comparable: 'capex',
	companies: ['cloud', 'ads'],
	sources: []
};
const RISING: YearShape = { year: 2024, quarters: [0.1, 0.2, 0.3, 0.4] };

describe('the shape of a year', () => {
	const all = records({
		capex: [...capexOf('cloud', 2024, [10, 20, 30, 40]), ...capexOf('ads', 2024, [10, 20, 30, 40])]
	});
	const shape = yearShape(all, ['cloud', 'ads'], 2024, '2025-06-01');

	it('is what part of it all companies together paid in each quarter, and adds up to 1', () => {
		expect(shape?.quarters.map((each) => each.toFixed(3))).toEqual(['0.100', '0.200', '0.300', '0.400']);
		expect(shape?.quarters.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
	});

	it('is none before all of the year is reported by all, without a company, and where nothing was paid', () => {
		expect(yearShape(all, ['cloud', 'ads'], 2024, '2024-12-31')).toBeNull();
		expect(yearShape(all, ['cloud', 'chips'], 2024, '2025-06-01')).toBeNull();
		expect(yearShape(all, ['cloud'], 2023, '2025-06-01')).toBeNull();
		expect(yearShape(all, [], 2024, '2025-06-01')).toBeNull();
		expect(
			yearShape(records({ capex: capexOf('cloud', 2024, [0, 0, 0, 0]) }), ['cloud'], 2024, '2025-06-01')
		).toBeNull();
	});
});

describe('a path in the shape of a year', () => {
	it('asks in each quarter for its part of what the straight path asks for in that year', () => {
		const at = (day: string) => Math.round(shapedPathAt(PROJECTION, day, RISING));
		expect(['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'].map(at)).toEqual([100, 300, 600, 1000]);
		expect(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map(at)).toEqual([1100, 1300, 1600, 2000]);
	});

	it('is straight by day within a quarter', () => {
		expect(shapedPathAt(PROJECTION, '2025-04-30', RISING)).toBeCloseTo(100 + 200 * (30 / 91), 6);
	});

	it('keeps what the projection itself says of a year, and spreads only the days inside its window', () => {
		const own = { ...PROJECTION, path: [2025, 2026].map((year, i) => ({ year, amount: 500 * (i + 1) })) };
		expect(shapedPathAt(own, '2025-12-31', RISING)).toBeCloseTo(500);
		expect(shapedPathAt(own, '2026-06-30', RISING)).toBeCloseTo(500 + 1000 * 0.3);
		const half = { ...PROJECTION, window: { start: '2025-07-01', end: '2025-12-31' }, target: { central: 700 } };
		expect(shapedPathAt(half, '2025-09-30', RISING)).toBeCloseTo(700 * (0.3 / 0.7));
	});

	it('is the straight path where every day weighs alike, and where the shape has nothing for its days', () => {
		const flat = { year: 2023, quarters: [90, 91, 92, 92].map((days) => days / 365) };
		for (const day of stepEnds('2025-01-01', '2026-12-31', 'month'))
			expect(shapedPathAt(PROJECTION, day, flat)).toBeCloseTo(pathAt(PROJECTION, day), 6);
		const first = { ...PROJECTION, window: { start: '2025-01-01', end: '2025-03-31' } };
		const none = { year: 2024, quarters: [0, 0, 0, 1] };
		expect(shapedPathAt(first, '2025-02-10', none)).toBe(pathAt(first, '2025-02-10'));
	});

	it('begins at nothing, never falls, meets the straight path at the end of each year, ends at its end and stays there', () => {
		const someShape = fc
			.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 4 })
			.filter((paid) => paid.some((each) => each > 0))
			.map((paid): YearShape => {
				const sum = paid.reduce((all, each) => all + each, 0);
				return { year: 2024, quarters: paid.map((each) => each / sum) };
			});
		fc.assert(
			fc.property(someProjection, someShape, someDay, someDay, (projection, shape, one, other) => {
				const { start, end } = windowOf(projection);
				const at = (day: string) => shapedPathAt(projection, day, shape);
				const [early, late] = one < other ? [one, other] : [other, one];
				const whole = pathAt(projection, end);
				expect(at(addDays(start, -1))).toBe(0);
				expect(at(late) - at(early)).toBeGreaterThanOrEqual(-1e-9 * whole);
				for (const day of stepEnds(start, end, 'year')) expect(at(day)).toBe(pathAt(projection, day));
				expect(at(addDays(end, 400))).toBe(whole);
			})
		);
	});
});
