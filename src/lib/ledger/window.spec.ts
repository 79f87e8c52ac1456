import { describe, expect, it } from 'vitest';
import { defaultProjection, isKnown } from './window';

const guess = (slug: string, published: string, end = '2030-12-31', featured?: boolean) => ({
	slug,
	published,
	window: { start: '2025-01-01', end },
	featured
});

describe('a projection is known from the day it was published', () => {
	it.each([
		['2025-11-03', '2025-11-02', '2025-11-03'],
		['2025-06', '2025-06-29', '2025-06-30'],
		['2024', '2024-12-30', '2024-12-31']
	])('%s: not on %s, but on %s', (published, before, from) => {
		expect([before, from].map((day) => isKnown({ published }, day))).toEqual([false, true]);
	});
});

describe('the default projection', () => {
	const all = [
		guess('chosen', '2025-11-03', '2027-12-31', true),
		guess('world', '2025-06'),
		guess('also-june', '2025-06-30', '2026-06-30'),
		guess('closed', '2025-08-01', '2025-09-30')
	];

	it.each([
		['2025-06-29', undefined],
		['2025-06-30', 'also-june'],
		['2025-08-01', 'closed'],
		['2025-09-30', 'closed'],
		['2025-10-01', 'also-june'],
		['2025-11-03', 'chosen'],
		['2029-01-01', 'chosen']
	])('on %s is %s: the featured one once known, else the latest whose window is open', (day, slug) => {
		expect(defaultProjection(all, day)?.slug).toBe(slug);
		expect(defaultProjection([...all].reverse(), day)?.slug).toBe(slug);
	});

	it('is the latest known open one where none is featured', () => {
		expect(defaultProjection(all.slice(1), '2026-07-01')?.slug).toBe('world');
		expect(defaultProjection([], '2026-07-01')).toBeUndefined();
	});
});
