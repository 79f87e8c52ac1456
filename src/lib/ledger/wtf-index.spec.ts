import { describe, expect, it } from 'vitest';
import { deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
import { addDays } from '$lib/records/day';
import { wtfIndex } from './wtf-index';
import { DEFAULT_QUESTION } from './question';
import type { Deal } from '$lib/records';

const rated = (slug: string, on: string, central: number, terminator: number, idiocracy: number): Deal =>
	deal({ slug, ratings: [{ on, terminator, idiocracy, rationale: 'So.', by: 'editorial' }] }, on, central);

/** The index of one deal and more. */
const index = (deals: Deal[], days: string[], weight: 'value' | 'equal' = 'value', asOf = '2026-01-01') =>
	wtfIndex(compile(records({ deals })), DEFAULT_QUESTION, asOf, days, weight, '90');

const auto = (deals: Deal[], day: string, weight: 'value' | 'equal' = 'value') =>
	wtfIndex(compile(records({ deals })), DEFAULT_QUESTION, '2026-12-31', [day], weight)[0]!;

describe('one reading of the mood', () => {
	const spread = (days: string[]) => days.map((on, i) => rated(`deal-${i}`, on, 10, 1, 4));
	const four = ['2026-06-01', '2026-05-01', '2026-04-20', '2026-04-01'];

	it('looks back 90 days, else 180, else 365, until five deals count and have been read', () => {
		const widths = ['2026-03-04', '2026-03-03', '2025-12-04', '2025-12-03', '2025-06-02'].map(
			(fifth) => auto(spread([...four, fifth]), '2026-06-01').window_days
		);
		expect(widths).toEqual([90, 180, 180, 365, 365]);
	});

	it('has no value below five within a year, and keeps the 365 and how many it found', () => {
		const none = { terminator: null, idiocracy: null, lean: null, label: null, effective_deals: null };
		const found = auto(spread([...four, '2025-06-01']), '2026-06-01');
		expect(found).toEqual({ date: '2026-06-01', ...none, deals: 4, window_days: 365 });
	});

	it('counts towards the five only what weighs: nothing by value, kept by number', () => {
		const idle = rated('idle', '2026-05-30', 0, 9, 9);
		expect(auto([...spread(four), idle], '2026-06-01')).toMatchObject({ label: null, deals: 4 });
		expect(auto([...spread(four), idle], '2026-06-01', 'equal')).toMatchObject({ deals: 5, window_days: 90 });
	});

	it('says how many deals of one size would say as much', () => {
		const deals = [
			...spread(['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04']),
			rated('big', '2026-05-05', 60, 0, 0)
		];
		expect(auto(deals, '2026-06-01')).toMatchObject({ deals: 5, effective_deals: 2.5 });
		expect(auto(deals, '2026-06-01', 'equal').effective_deals).toBe(5);
	});

	it.each(['90', '180', '365'] as const)('takes one deal where it is told to look back %s days', (window) => {
		const [deals, day] = [[rated('a', '2026-01-01', 10, 4, 3)], addDays('2026-01-01', Number(window) - 1)];
		const [last, past] = wtfIndex(
			compile(records({ deals })),
			DEFAULT_QUESTION,
			'2027-12-31',
			[day, addDays(day, 1)],
			'value',
			window
		);
		expect(last).toMatchObject({ deals: 1, window_days: Number(window), terminator: 4, effective_deals: 1 });
		expect(past).toMatchObject({ deals: 0, window_days: Number(window), label: null });
	});
});

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
			deals: 2,
			window_days: 90,
			effective_deals: 1.6
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
		const none = {
			terminator: null,
			idiocracy: null,
			lean: null,
			label: null,
			deals: 0,
			window_days: 90,
			effective_deals: null
		};
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
