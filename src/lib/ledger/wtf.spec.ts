import { describe, expect, it } from 'vitest';
import { wtfLabel } from './wtf';

describe('the label of a reading', () => {
	it.each([
		[1, 0, 'NEUTRAL'],
		[2, 0, 'TERMINATOR'],
		[10, 8, 'TERMINATOR'],
		[0, 2, 'IDIOCRACY'],
		[8, 10, 'IDIOCRACY'],
		[3, 3, 'WTF'],
		[4, 3, 'WTF'],
		[3, 4, 'WTF'],
		[3, 2, 'NEUTRAL'],
		[2, 3, 'NEUTRAL'],
		[0, 0, 'NEUTRAL']
	] as const)('%i and %i is %s', (terminator, idiocracy, label) => {
		expect(wtfLabel(terminator, idiocracy)).toBe(label);
	});

	// 13 ÷ 3 − 7 ÷ 3 comes to 1.9999999999999996.
	it('of means is exact on its bounds', () => {
		expect([wtfLabel(13, 7, 3), wtfLabel(7, 13, 3), wtfLabel(9, 9, 3), wtfLabel(12, 7, 3)]).toEqual([
			'TERMINATOR',
			'IDIOCRACY',
			'WTF',
			'NEUTRAL'
		]);
	});
});
