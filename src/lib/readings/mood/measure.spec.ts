import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { Naive, ordinal } from '../../../../tests/support/naive';
import { DAYS, read, readingOn, records } from '../../../../tests/support/readings';
import { deal } from '../../../../tests/support/small';

const rated = (slug: string, on: string, central: number, idiocracy: number) =>
	deal({ slug, ratings: [{ on, terminator: 0, idiocracy, rationale: '', by: '' }] }, on, central);

describe('the mood', () => {
	it('is Idiocracy by contribution over as many days as hold five deals', () => {
		const more = ['c', 'd', 'e'].map((slug) => rated(slug, '2026-02-01', 10, 0));
		const deals = [
			rated('a', '2026-01-01', 40, 7),
			rated('b', '2026-02-01', 30, 0),
			...more,
			rated('old', '2025-11-01', 99, 9)
		];
		expect(read('mood', { deals })).toMatchObject({ value: 2.8, status: 'red' });
		const none = read('mood', { deals }, '2027-01-31');
		expect(none).toMatchObject({ value: null, status: 'unknown' });
		expect(none.reason).toContain('Only 4 deals first heard of in the 365 days to 2027-01-31');
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		const { total, idiocracy, enough } = new Naive(records, DEFAULT_QUESTION, day).index(ordinal(day), 'value');
		expect(enough).toBe(true);
		expect(readingOn('mood', day).value).toBeCloseTo(Number(idiocracy) / Number(total), 6);
	});
});
