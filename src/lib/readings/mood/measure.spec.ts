import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { Naive, ordinal } from '../../../../tests/support/naive';
import { DAYS, read, readingOn, records } from '../../../../tests/support/readings';
import { deal } from '../../../../tests/support/small';

const rated = (slug: string, on: string, central: number, idiocracy: number) =>
	deal({ slug, ratings: [{ on, terminator: 0, idiocracy, rationale: '', by: '' }] }, on, central);

describe('the mood', () => {
	it('is Idiocracy of the last 90 days by contribution', () => {
		const deals = [rated('a', '2026-01-01', 30, 4), rated('b', '2026-02-01', 10, 0), rated('c', '2025-11-01', 99, 9)];
		expect(read('mood', { deals })).toMatchObject({ value: 3, status: 'red' });
		expect(read('mood', { deals }, '2027-01-01')).toMatchObject({ value: null, status: 'unknown' });
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		const { total, idiocracy } = new Naive(records, DEFAULT_QUESTION, day).index(ordinal(day), 'value');
		expect(readingOn('mood', day).value).toBeCloseTo(Number(idiocracy) / Number(total), 6);
	});
});
