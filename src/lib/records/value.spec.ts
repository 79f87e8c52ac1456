import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from './index';
import { estimate, fractionNumber, headline, MILLION, partsPerMillion } from './value';

describe('estimate: every row of the table', () => {
	it.each<[string, Value | undefined, number | null, number | null, number | null]>([
		['central only', { central: 38 }, 38, 38, 38],
		['low only, "at least"', { low: 10 }, 10, 10, 10],
		['high only, "up to"', { high: 100 }, 0, 50, 100],
		['low and high', { low: 10, high: 20 }, 10, 15, 20],
		['central and low', { low: 5, central: 8 }, 5, 8, 8],
		['central and high', { central: 8, high: 13 }, 8, 8, 13],
		['all three', { low: 5, central: 8, high: 13 }, 5, 8, 13],
		['nothing', undefined, null, null, null],
		['an empty value', {}, null, null, null],
		['zeros are amounts', { low: 0, high: 0 }, 0, 0, 0]
	])('%s', (_, value, low, central, high) => {
		expect([estimate(value, 'low'), estimate(value, 'central'), estimate(value, 'high')]).toEqual([low, central, high]);
	});

	it('rounds half a dollar up, exactly up to the largest sum', () => {
		expect(estimate({ high: 5 }, 'central')).toBe(3);
		expect(estimate({ low: 2, high: 5 }, 'central')).toBe(4);
		expect(estimate({ high: 8_999_999_999_999_999 }, 'central')).toBe(4_500_000_000_000_000);
		expect(estimate({ low: 8_999_999_999_999_998, high: 8_999_999_999_999_999 }, 'central')).toBe(
			8_999_999_999_999_999
		);
	});
});

describe('headline', () => {
	it.each<[Value | undefined, number]>([
		[{ low: 1, central: 2, high: 3 }, 3],
		[{ low: 1, central: 2 }, 2],
		[{ low: 1 }, 1],
		[{ central: 2, high: 0 }, 0],
		[{}, 0],
		[undefined, 0]
	])('of %o is %i', (value, dollars) => {
		expect(headline(value)).toBe(dollars);
	});
});

describe('shares are exact', () => {
	it('every decimal of at most six places is its parts per million, as a number and as text', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: MILLION }), (parts) => {
				const digits = (parts / MILLION).toFixed(6);
				expect(partsPerMillion(Number(digits))).toBe(parts);
				expect(partsPerMillion(digits)).toBe(parts);
				expect(partsPerMillion(digits.replace(/\.?0+$/, '') || '0')).toBe(parts);
				expect(fractionNumber(digits)).toBe(Number(digits));
			}),
			{ examples: [[0], [1], [290_000], [615_385], [MILLION]] }
		);
	});

	it('a number with more places has none', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: MILLION - 1 }), fc.integer({ min: 1, max: 9 }), (parts, seventh) => {
				const digits = `${(parts / MILLION).toFixed(6)}${seventh}`;
				expect([partsPerMillion(Number(digits)), partsPerMillion(digits)]).toEqual([NaN, NaN]);
			})
		);
	});

	it.each(['', 'half', '-0.5', '.5', '1e-3', '0x1', '50%', ' 0.5', '0.5\n', Infinity, NaN])('%j is none', (text) => {
		expect(partsPerMillion(text)).toBe(NaN);
	});
});
