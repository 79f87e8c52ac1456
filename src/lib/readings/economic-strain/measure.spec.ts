import { describe, expect, it } from 'vitest';
import { DAYS, fundamentals, lastFour, read, readingOn, spent, sum } from '../../../../tests/support/readings';
import { quartersOf, TWO_SPENDERS } from '../../../../tests/support/small';

describe('economic strain', () => {
	it('sets the spending against the mean of four annual rates of output', () => {
		const output = quartersOf('us-economy', 'gdp_nominal_saar', 2025, [1000, 1100, 1100, 1200]);
		expect(read('economic-strain', { ...TWO_SPENDERS, fundamentals: output }).value).toBe(0.1);
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		const rates = fundamentals.filter((row) => row.metric === 'gdp_nominal_saar');
		const want = (4 * sum(spent(day).flat())) / sum(lastFour(rates, day));
		expect(readingOn('economic-strain', day).value).toBeCloseTo(want, 6);
	});
});
