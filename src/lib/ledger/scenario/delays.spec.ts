import { describe, expect, it } from 'vitest';
import { lookUpDelays, monthsBefore } from './delays';

describe('monthsBefore', () => {
	it.each([
		['2026-11-30', 3, '2026-08-31'],
		['2026-11-29', 3, '2026-08-29'],
		['2026-03-31', 1, '2026-02-28'],
		['2026-03-30', 1, '2026-02-28'],
		['2028-02-29', 12, '2027-02-28'],
		['2026-02-28', -1, '2026-03-31'],
		['2026-12-31', 0, '2026-12-31'],
		['2026-11-23', -2, '2027-01-23']
	])('keeps the end of a month: %s, %i before, is %s', (day, months, before) => {
		expect(monthsBefore(day, months)).toBe(before);
	});
});

describe('lookUpDelays', () => {
	it('says where a deal is looked up for each delay, at as_of where that would be before it', () => {
		const { days, places } = lookUpDelays(['2026-09-30', '2026-11-30', '2027-01-31'], '2026-11-15', 3);
		expect(days).toEqual(['2026-11-15', '2026-11-30', '2026-12-31', '2027-01-31']);
		expect(places.map((row) => [...row])).toEqual([
			[0, 1, 3],
			[0, 0, 2],
			[0, 0, 1],
			[0, 0, 0]
		]);
	});
});
