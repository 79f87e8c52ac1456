import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangular } from './triangular';

const triangles = fc
	.tuple(
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 1, noNaN: true })
	)
	.map((parts) => parts.toSorted((a, b) => a - b))
	.map(([min, mode, max]) => ({ min: min!, mode: mode!, max: max! }));

describe('triangular', () => {
	it('lies between its ends and rises with the chance', () => {
		const chance = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(triangles, chance, chance, (triangle, a, b) => {
				const [low, high] = [triangular(triangle, Math.min(a, b)), triangular(triangle, Math.max(a, b))];
				expect(low).toBeGreaterThanOrEqual(triangle.min);
				expect(high).toBeLessThanOrEqual(triangle.max);
				expect(low).toBeLessThanOrEqual(high);
			})
		);
	});

	it.each([
		{ min: 0, mode: 0.3, max: 0.9 },
		{ min: 0.7, mode: 0.95, max: 1 },
		{ min: 0, mode: 0, max: 1 },
		{ min: 0.2, mode: 0.8, max: 0.8 }
	])('has the mean of a triangle, and its mode where one side of it is full: $min $mode $max', (triangle) => {
		const { min, mode, max } = triangle;
		let sum = 0;
		for (let i = 0; i < 10_000; i += 1) sum += triangular(triangle, (i + 0.5) / 10_000);
		expect(sum / 10_000).toBeCloseTo((min + mode + max) / 3, 4);
		expect(triangular(triangle, (mode - min) / (max - min))).toBeCloseTo(mode, 7);
		expect(triangular(triangle, 0)).toBe(min);
		expect(triangular(triangle, 1)).toBe(max);
	});

	it('is its only point where it has no width', () => {
		expect(triangular({ min: 1, mode: 1, max: 1 }, 0.4)).toBe(1);
	});
});
