import { describe, expect, it } from 'vitest';
import { compile } from '../book';
import { DEFAULT_QUESTION } from '../question';
import { Sweep } from '../sweep';
import { dayNumber } from '$lib/records/day';
import { recordsIn } from '../../../../tests/support/reference';
import { monthsBefore } from './delays';
import { medianTerm, monthEndsUntil, monthlyAdditions } from './new-contracts';

const book = compile(recordsIn());

describe('monthlyAdditions', () => {
	it('is by how much the counted total rose in each of the 24 months before a day, 0 where it fell', () => {
		for (const asOf of ['2026-11-30', '2026-03-15', '2024-02-29']) {
			const counted = (day: string) => new Sweep(book, DEFAULT_QUESTION, asOf).advance(day).counted;
			const rises = Array.from({ length: 24 }, (_, i) => {
				const [from, to] = [monthsBefore(asOf, 24 - i), monthsBefore(asOf, 23 - i)];
				return Math.max(0, counted(to) - counted(from));
			});
			expect(monthlyAdditions(book, DEFAULT_QUESTION, asOf)).toEqual(rises);
		}
		expect(Math.max(...monthlyAdditions(book, DEFAULT_QUESTION, '2026-11-30'))).toBeGreaterThan(1e11);
	});
});

describe('monthEndsUntil', () => {
	it('gives the ends of months whose contracts fall due by a day', () => {
		const days = ['2026-12-31', '2027-01-31'].map(dayNumber);
		expect(monthEndsUntil('2027-02-28', '2026-11-30')).toEqual(days);
		expect(monthEndsUntil('2027-03-01', '2026-11-30')).toEqual([...days, dayNumber('2027-02-28')]);
		expect(monthEndsUntil('2026-11-30', '2026-11-30')).toEqual([]);
	});
});

describe('medianTerm', () => {
	it('is the middle one, the lower of two', () => {
		expect([medianTerm([9, 1, 5]), medianTerm([10, 9, 1, 2]), medianTerm([])]).toEqual([5, 2, undefined]);
	});
});
