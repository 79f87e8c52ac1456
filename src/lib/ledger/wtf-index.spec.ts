import { describe, expect, it } from 'vitest';
import { deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
import { wtfIndex } from './wtf-index';
import { DEFAULT_QUESTION } from './question';
import type { Deal } from '$lib/records';

const rated = (slug: string, on: string, central: number, terminator: number, idiocracy: number): Deal =>
	deal({ slug, ratings: [{ on, terminator, idiocracy, rationale: 'So.', by: 'editorial' }] }, on, central);

const index = (deals: Deal[], days: string[], weight: 'value' | 'equal' = 'value', asOf = '2026-01-01') =>
	wtfIndex(compile(records({ deals })), DEFAULT_QUESTION, asOf, days, weight);

describe('the index', () => {
	it('looks at deals first heard of from 89 days before to the day itself', () => {
		const deals = [rated('a', '2025-01-01', 10, 4, 3)];
		const days = ['2024-12-31', '2025-01-01', '2025-03-31', '2025-04-01'];
		expect(index(deals, days).map(({ deals: count }) => count)).toEqual([0, 1, 1, 0]);
	});

	it('weighs by contribution or equally', () => {
		const deals = [rated('a', '2025-01-01', 300, 6, 0), rated('b', '2025-01-02', 100, 2, 4)];
		expect(index(deals, ['2025-01-02'])[0]).toEqual({
			date: '2025-01-02',
			terminator: 5,
			idiocracy: 1,
			lean: 4,
			label: 'TERMINATOR',
			deals: 2
		});
		expect(index(deals, ['2025-01-02'], 'equal')[0]).toMatchObject({
			terminator: 4,
			idiocracy: 2,
			lean: 2,
			label: 'TERMINATOR'
		});
	});

	it('leaves out what contributes nothing, is not kept or has no reading yet', () => {
		const nothing = rated('nothing', '2025-01-01', 0, 9, 0);
		const bond = { ...rated('bond', '2025-01-01', 50, 9, 0), kind: 'debt_financing' as const };
		const late = {
			...rated('late', '2025-02-01', 50, 9, 0),
			events: [happened('2025-01-01', { value: { central: 50 } })]
		};
		expect(index([nothing, bond, late], ['2025-01-31'])[0]).toMatchObject({ deals: 0, label: null });
		expect(index([nothing, bond, late], ['2025-01-31'], 'equal')[0]).toMatchObject({ deals: 1, terminator: 9 });
		expect(index([late], ['2025-02-01'])[0]).toMatchObject({ deals: 1, terminator: 9 });
	});

	it('has no value, not 0, where there is no deal, and none after the day of knowledge', () => {
		const none = { terminator: null, idiocracy: null, lean: null, label: null, deals: 0 };
		expect(index([], ['2025-01-01'])[0]).toEqual({ date: '2025-01-01', ...none });
		expect(index([rated('a', '2025-01-01', 1, 1, 1)], ['2025-01-02'], 'value', '2025-01-01')[0]).toEqual({
			date: '2025-01-02',
			...none
		});
	});

	// 13 ÷ 3 − 7 ÷ 3 comes to 1.9999999999999996.
	it('keeps to the bound of a label exactly', () => {
		const deals = [
			rated('a', '2025-01-01', 1, 5, 3),
			rated('b', '2025-01-01', 1, 5, 3),
			rated('c', '2025-01-01', 1, 3, 1)
		];
		expect(index(deals, ['2025-01-01'], 'equal')[0]).toMatchObject({ lean: 2, label: 'TERMINATOR' });
	});
});
