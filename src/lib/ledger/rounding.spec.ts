import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTogether } from './rounding';

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

describe('roundTogether', () => {
	it('gives the dollars left over to those that lost most', () => {
		expect(roundTogether([1.2, 1.7, 1.6, 0.5])).toEqual([1, 2, 2, 0]);
		expect(roundTogether([1 / 3, 1 / 3, 1 / 3])).toEqual([1, 0, 0]);
		expect(roundTogether([-0.4, -0.4, 0.8])).toEqual([0, -1, 1]);
		expect(roundTogether([])).toEqual([]);
	});

	it('adds up exactly and moves nothing by more than a dollar', () => {
		const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
		fc.assert(
			fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
				const whole = roundTogether(values);
				expect(whole.every(Number.isInteger)).toBe(true);
				expect(Math.abs(sum(whole) - sum(values))).toBeLessThan(0.51);
				for (const [i, each] of whole.entries()) expect(Math.abs(each - values[i]!)).toBeLessThanOrEqual(1.001);
			})
		);
	});

	it('meets a total that is not the sum', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }),
				fc.integer({ min: -999, max: 999 }),
				(values, total) => {
					expect(sum(roundTogether(values, total))).toBe(total);
				}
			)
		);
	});
});
