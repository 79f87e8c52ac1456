import { describe, expect, it } from 'vitest';
import { Random, randomOf } from './random';

describe('Random', () => {
	it("gives the numbers of its authors' own program", () => {
		const random = new Random([1, 2, 3, 4]);
		expect(Array.from({ length: 10 }, () => random.next())).toEqual([
			11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804
		]);
	});

	it('spreads evenly over 0 to 1, and 1 is never reached', () => {
		const random = randomOf(1, 'even');
		const tenths = new Array<number>(10).fill(0);
		for (let i = 0; i < 100_000; i += 1) tenths[Math.floor(random.uniform() * 10)]! += 1;
		expect(Math.min(...tenths)).toBeGreaterThan(9_600);
		expect(Math.max(...tenths)).toBeLessThan(10_400);
	});
});

describe('randomOf', () => {
	it('gives the numbers of the same rule written in another language', () => {
		const take = (seed: number, name: string) => {
			const random = randomOf(seed, name);
			return Array.from({ length: 4 }, () => random.next());
		};
		expect(take(2026, 'openai-aws-2025')).toEqual([1100359279, 90828967, 3751423917, 1814344935]);
		expect(take(0, '')).toEqual([3994654701, 3607025562, 3871810028, 3214137453]);
	});

	it('gives unrelated numbers to names and seeds that differ little', () => {
		const pairs = [
			[randomOf(1, 'deal-001'), randomOf(1, 'deal-002')],
			[randomOf(1, 'deal-001'), randomOf(2, 'deal-001')]
		] as const;
		for (const [a, b] of pairs) {
			let sum = 0;
			for (let i = 0; i < 20_000; i += 1) sum += (a.uniform() - 0.5) * (b.uniform() - 0.5) * 12;
			expect(Math.abs(sum / 20_000)).toBeLessThan(0.03);
		}
	});
});
