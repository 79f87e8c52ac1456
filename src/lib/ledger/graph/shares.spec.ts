import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { herfindahl, splitEqually } from './shares';

describe('splitEqually', () => {
	it('gives the dollars left over to the first parties', () => {
		expect(splitEqually(11, 3)).toEqual([4, 4, 3]);
		expect(splitEqually(2, 3)).toEqual([1, 1, 0]);
		expect(splitEqually(0, 2)).toEqual([0, 0]);
	});

	it('adds up exactly, and no two parts differ by more than a dollar', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 9e15 }), fc.integer({ min: 1, max: 500 }), (amount, n) => {
				const parts = splitEqually(amount, n);
				expect(parts).toHaveLength(n);
				expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
				expect(parts[0]! - parts.at(-1)!).toBeLessThanOrEqual(1);
				expect(parts.every(Number.isSafeInteger)).toBe(true);
			})
		);
	});

	it('says what it takes', () => {
		expect(() => splitEqually(-1, 2)).toThrow('-1 cannot be shared out');
		expect(() => splitEqually(0.5, 2)).toThrow('0.5 cannot be shared out');
		expect(() => splitEqually(5, 0)).toThrow('5 dollars cannot be shared by 0');
	});
});

describe('herfindahl', () => {
	it('squares percentages, and leaves those without a name out of the squares', () => {
		expect(herfindahl([100], 100)).toBe(10_000);
		expect(herfindahl([50, 50], 100)).toBe(5_000);
		expect(herfindahl([30, 30], 100)).toBeCloseTo(1_800, 9);
		expect(herfindahl([], 0)).toBe(0);
		expect(herfindahl([0, 0], 0)).toBe(0);
	});

	it('lies between an even spread and 10,000, in any order', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 1e13 }), { minLength: 1, maxLength: 300 }), (shares) => {
				const total = shares.reduce((sum, share) => sum + share, 0);
				const index = herfindahl(shares, total);
				expect(index).toBeGreaterThanOrEqual((10_000 / shares.length) * (1 - 1e-9));
				expect(index).toBeLessThanOrEqual(10_000);
				expect(herfindahl([...shares].reverse(), total)).toBe(index);
			})
		);
	});

	it('refuses shares that cannot be', () => {
		expect(() => herfindahl([-1], 10)).toThrow('A share of -1 dollars');
		expect(() => herfindahl([Number.NaN], 10)).toThrow('A share of NaN dollars');
		expect(() => herfindahl([6, 5], 10)).toThrow('Shares of 11 dollars in all do not fit into a total of 10.');
	});
});
