import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import type { Projection, Records } from '$lib/records';
import { Naive, ordinal } from '../../../../tests/support/naive';
import { addUp, DAYS, read, readingOn, records } from '../../../../tests/support/readings';
import { capexOf, deal } from '../../../../tests/support/small';

const projection: Projection = {
	slug: 'guess',
	author: 'A bank',
	institution: 'A bank',
	title: 'A guess',
	published: '2026-01-11',
	scope: 'us',
	covers: 'All of it.',
	window: { start: '2026-01-01', end: '2026-12-31' },
	target: { central: 365 },
	comparable: ['deals', 'capex'],
	featured: true,
	sources: []
};
const term = { start: '2025-12-01', end: '2027-12-01' };
const deals = [
	deal({ slug: 'hall', us_share: 1 }, '2025-12-01', 731, { term }),
	deal({ slug: 'away' }, '2025-12-01', 9, { term })
];

describe('the pace', () => {
	it('is what is due in the window over the path of the default projection, in its scope', () => {
		const given = { deals, projections: [projection] };
		expect(read('pace', given, '2026-01-20')).toMatchObject({ value: 1, status: 'red' });
		const capexOnly = [{ ...projection, comparable: 'capex' as const }];
		const none: [Partial<Records>, string][] = [
			[given, '2026-01-10'],
			[{ deals }, '2026-01-20'],
			[{ deals, projections: capexOnly }, '2026-01-20']
		];
		for (const [over, day] of none)
			expect(read('pace', over, day)).toMatchObject({ value: null, status: 'unknown', yardsticks: null });
		const early = { ...projection, slug: 'early', published: '2025', featured: false };
		expect(read('pace', { deals, projections: [projection, early] }, '2026-01-10').value).toBe(1);
		expect(read('pace', { deals, projections: [early] }, '2027-01-01').status).toBe('unknown');
	});

	describe('by the books', () => {
		const drawn = { from: '2019-01-01', green: { min: 0.8, max: 1.25 }, amber: { min: 0.5, max: 2 }, by: 'editorial' };
		const bounds = { bounds: [drawn] };
		const named = { ...projection, companies: ['a', 'b'] };
		const capex = [...capexOf('a', 2026, [100, 900]), ...capexOf('b', 2026, [80])];
		const own = deal({ slug: 'own', us_share: 0, payers: ['a', 'bank'] }, '2025-12-01', 7310, { term });
		const given = { deals: [...deals, own], projections: [named], capex };

		it('is what its companies reported up to the last day of all of them, over the path at that day', () => {
			const { yardsticks } = read('pace', given, '2026-09-01', bounds);
			expect(yardsticks?.books).toMatchObject({ day: '2026-03-31', reported_usd: 180, path_usd: 90, pace: 2 });
			expect(yardsticks?.deals).toMatchObject({
				day: '2026-09-01',
				due_to_date_usd: 244,
				path_usd: 244,
				pace: 1,
				even_usd: 244
			});
			// 31 days of December before the window, 275 by its day: squared over 731 days.
			expect(yardsticks?.deals?.ramp_usd).toBeCloseTo((275 ** 2 - 31 ** 2) / 731, 6);
		});

		it('covers what those companies pay by the deals, everywhere, over what they reported for the same days', () => {
			const { yardsticks } = read('pace', given, '2026-09-01', bounds);
			expect(yardsticks?.coverage).toMatchObject({ from: '2026-01-01', to: '2026-03-31', due_usd: 450 });
			expect(yardsticks?.coverage?.share).toBe(2.5);
		});

		it('disputes the reading where the two disagree, and only then', () => {
			const disputed = read('pace', given, '2026-09-01', bounds);
			expect(disputed).toMatchObject({ value: 1, status: 'disputed', changes: [] });
			expect(disputed.reason).toContain('100 percent of the path on 2026-09-01');
			expect(disputed.reason).toContain('200 percent of the path on 2026-03-31');
			const agreeing = { ...given, capex: [...capexOf('a', 2026, [80]), ...capexOf('b', 2026, [10])] };
			expect(read('pace', agreeing, '2026-09-01', bounds).status).toBe('green');
			expect(read('pace', { ...given, capex: [] }, '2026-09-01', bounds).status).toBe('green');
		});

		it('disputes it where both are red, on either side of the green', () => {
			const low = { ...given, deals: [deal({ slug: 'hall', us_share: 1 }, '2025-12-01', 73, { term })] };
			expect(read('pace', low, '2026-09-01', bounds)).toMatchObject({ status: 'disputed' });
		});
	});

	describe.each(DAYS.filter((day) => day >= '2026'))('on %s', (day) => {
		const { value, numerator, rows } = readingOn('pace', day);
		const inWindow = addUp(rows.map((row) => Number(row.values.in_window_usd)));

		it('is what its rows add up to over a straight path of 500 billion in two years', () => {
			const path = (500e9 * (ordinal(day) - ordinal('2025-12-31'))) / 730;
			expect(inWindow).toBeCloseTo(numerator!.value, 0);
			expect(value).toBeCloseTo(inWindow / path, 9);
		});

		it('is what the files say', () => {
			const naive = new Naive(records, { ...DEFAULT_QUESTION, scope: 'us' }, day);
			const spent = naive.due(ordinal(day)) - naive.due(ordinal('2025-12-31'));
			expect(numerator!.value).toBeCloseTo(Number(spent) / 1e6, 0);
		});
	});
});
