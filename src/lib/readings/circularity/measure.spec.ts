import { describe, expect, it } from 'vitest';
import { LAYERS } from '$lib/records/vocabularies';
import { addUp, contributions, DAYS, read, readingOn } from '../../../../tests/support/readings';
import { deal, happened } from '../../../../tests/support/small';

describe('circularity', () => {
	it('is what can come back through funding', () => {
		const deals = [
			deal({ slug: 'signed', events: [happened('2025-06-01', { type: 'definitive', value: { central: 60 } })] }),
			deal({ slug: 'open', payers: ['lab', 'mill'], payees: ['shop'] }, '2025-06-01', 30),
			deal({ slug: 'stake', kind: 'equity_investment', payers: ['cloud'], payees: ['lab'] }, '2025-06-01', 15)
		];
		expect(read('circularity', { deals })).toMatchObject({ value: 30 / 105, status: 'amber' });
	});

	it.each(DAYS)('has all dollars that flow below the line on %s', (day) => {
		const flowing = addUp(contributions(day, { layers: [...LAYERS] }).values());
		expect(readingOn('circularity', day).denominator!.value).toBe(flowing);
	});
});
