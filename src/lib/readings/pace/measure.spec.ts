import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import type { Projection } from '$lib/records';
import { Naive, ordinal } from '../../../../tests/support/naive';
import { addUp, DAYS, read, readingOn, records } from '../../../../tests/support/readings';
import { deal } from '../../../../tests/support/small';

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
	it('is spend in the window over the featured projection’s path, in its scope', () => {
		const given = { deals, projections: [projection] };
		expect(read('pace', given, '2026-01-20')).toMatchObject({ value: 1, status: 'red' });
		expect(read('pace', given, '2026-01-10').reason).toContain('published on 2026-01-11');
		expect(read('pace', { deals }).reason).toBe('No projection is featured.');
		const other = { deals, projections: [{ ...projection, comparable: 'capex' as const }] };
		expect(read('pace', other).reason).toContain('not comparable');
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
			const spent = naive.due(ordinal(day)).total - naive.due(ordinal('2025-12-31')).total;
			expect(numerator!.value).toBeCloseTo(Number(spent) / 1e6, 0);
		});
	});
});
