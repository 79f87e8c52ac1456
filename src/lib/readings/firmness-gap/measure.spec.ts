import { describe, expect, it } from 'vitest';
import { addUp, contributions, DAYS, read, readingOn } from '../../../../tests/support/readings';
import { deal, happened } from '../../../../tests/support/small';

describe('the firmness gap', () => {
	it('is what is talked about and not signed', () => {
		const deals = [
			deal({ slug: 'signed', events: [happened('2025-06-01', { type: 'definitive', value: { central: 60 } })] }),
			deal({ slug: 'open', payers: ['lab', 'mill'], payees: ['shop'] }, '2025-06-01', 30),
			deal({ slug: 'rumour', payers: ['mill'], payees: ['shop'] }, '2025-06-01', 10, { firmness: 'rumoured' })
		];
		const reading = read('firmness-gap', { deals });
		expect(reading).toMatchObject({ value: 0.4, status: 'amber', reason: null });
		expect(reading.changes).toMatchObject([
			{ direction: 'up', bound: 0.5, to: 'red', levers: [{ change_usd: 20 }, { change_usd: -20 }] },
			{ direction: 'down', bound: 0.25, to: 'green', levers: [{ change_usd: -21 }, { change_usd: 61 }] }
		]);
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		const signed = addUp(contributions(day, { firmness: 'definitive' }).values());
		const talked = addUp(contributions(day, { firmness: 'rumoured' }).values());
		expect(readingOn('firmness-gap', day).value).toBeCloseTo(1 - signed / talked, 6);
	});
});
