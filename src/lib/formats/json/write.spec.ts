import { describe, expect, it } from 'vitest';
import { ROWS, SAMPLE } from '../table.fixture';
import { write } from './write.server';

describe('JSON', () => {
	it('puts the question first and the rows last, whole, in the order of the columns', () => {
		const about = {
			question: { layers: ['demand'] },
			as_of: '2026-11-22',
			revision: 7,
			count: 3,
			page: 2,
			per_page: 2
		};
		const rows = [{ extra: 1, ...ROWS[1]! }];
		const text = write({ name: 'deals', about, columns: SAMPLE, rows });
		expect(JSON.parse(text)).toEqual({ ...about, deals: [ROWS[1]] });
		expect(Object.keys(JSON.parse(text) as object)).toEqual([...Object.keys(about), 'deals']);
		expect(text).toContain('"deals":[{"slug":"b-2","title":null,"parties":[],"on":null,"amount_usd":null');
	});

	it('refuses a number that JSON would turn into nothing', () => {
		const rows = [{ ...ROWS[0]!, share: Infinity }];
		expect(() => write({ name: 'deals', about: {}, columns: SAMPLE, rows })).toThrow(RangeError);
	});
});
