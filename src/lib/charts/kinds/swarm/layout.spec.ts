import { describe, expect, it } from 'vitest';
import { dayAt, frameSwarm, placeDiscs, xOfDay } from './layout';

describe('the frame of a swarm', () => {
	const days = [
		'2019-05-01',
		...Array.from({ length: 40 }, (_, i) => `2026-01-${String((i % 28) + 1).padStart(2, '0')}`)
	];

	it('sets a few early days before the axis, and counts none there', () => {
		const frame = frameSwarm(days, '2026-11-30', 800);
		expect(frame.from).toBe('2026-01-01');
		expect(frame.early).not.toBeNull();
		expect(xOfDay(frame, '2019-05-01')).toBeLessThan(frame.left);
		expect(dayAt(frame, frame.left - 1)).toBeNull();
	});

	it('begins with the first year where the early days are not few', () => {
		expect(frameSwarm(['2024-03-01', '2025-03-01', '2026-03-01'], '2026-11-30', 800)).toMatchObject({
			from: '2024-01-01',
			early: null
		});
		expect(frameSwarm([], '2026-11-30', 800).from).toBe('2026-01-01');
	});

	it('tells the day of a place, to the last one', () => {
		const frame = frameSwarm(days, '2026-11-30', 800);
		for (const day of ['2026-01-01', '2026-06-30', '2026-11-30']) expect(dayAt(frame, xOfDay(frame, day))).toBe(day);
		expect(dayAt(frame, 5000)).toBe('2026-11-30');
	});
});

describe('discs in a swarm', () => {
	it('do not overlap, stay in their room, and have areas as their dollars', () => {
		const xs = Array.from({ length: 120 }, (_, i) => 20 + ((i * 47) % 300));
		const usd = xs.map((_, i) => (i % 9 === 0 ? null : (i + 1) ** 2 * 1e8));
		const discs = placeDiscs(xs, usd, 80);
		expect(discs).toHaveLength(120);
		discs.forEach((disc, i) => {
			expect(Math.abs(disc.y) + disc.r).toBeLessThanOrEqual(80);
			for (const other of discs.slice(i + 1))
				expect(Math.hypot(disc.x - other.x, disc.y - other.y)).toBeGreaterThanOrEqual(disc.r + other.r);
		});
		const [a, b] = [discs[119]!, discs[100]!];
		expect(a.r / b.r).toBeCloseTo(Math.sqrt(usd[119]! / usd[100]!), 6);
	});

	it('are all drawn where there is no room for them', () => {
		const discs = placeDiscs(
			Array.from({ length: 500 }, () => 10),
			Array.from({ length: 500 }, () => 1e9),
			40
		);
		expect(discs.every((disc) => Math.abs(disc.y) + disc.r <= 40 + 1e-9)).toBe(true);
	});
});
