import { describe, expect, it } from 'vitest';
import { DAYS, herfindahlOf, read, readingOn } from '../../../../tests/support/readings';
import { deal, happened } from '../../../../tests/support/small';

const deals = [
	deal({ slug: 'signed', events: [happened('2025-06-01', { type: 'definitive', value: { central: 60 } })] }),
	deal({ slug: 'open', payers: ['lab', 'mill'], payees: ['shop'] }, '2025-06-01', 30)
];

describe('the concentration of payees', () => {
	it('adds up the squares of shares', () => {
		expect(read('concentration-payees', { deals }).value).toBeCloseTo(10_000 * ((60 / 90) ** 2 + (30 / 90) ** 2), 9);
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		expect(readingOn('concentration-payees', day).value).toBeCloseTo(herfindahlOf(day, 'payees'), 6);
	});
});
