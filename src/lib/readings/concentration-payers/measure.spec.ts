import { describe, expect, it } from 'vitest';
import { DAYS, herfindahlOf, read, readingOn } from '../../../../tests/support/readings';
import { deal, happened, party } from '../../../../tests/support/small';

const deals = [
	deal({ slug: 'signed', events: [happened('2025-06-01', { type: 'definitive', value: { central: 60 } })] }),
	deal({ slug: 'open', payers: ['lab', 'mill'], payees: ['shop'] }, '2025-06-01', 30)
];

describe('the concentration of payers', () => {
	it('adds up the squares of shares', () => {
		expect(read('concentration-payers', { deals }).value).toBeCloseTo(10_000 * ((75 / 90) ** 2 + (15 / 90) ** 2), 9);
	});

	it('splits a deal equally, and keeps a stand-in in the total only', () => {
		const organisations = [party('mill', 'other', { stand_in: true })];
		expect(read('concentration-payers', { deals, organisations }).value).toBeCloseTo(10_000 * (75 / 90) ** 2, 9);
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		expect(readingOn('concentration-payers', day).value).toBeCloseTo(herfindahlOf(day, 'payers'), 6);
	});
});
