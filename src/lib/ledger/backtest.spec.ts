import { describe, expect, it } from 'vitest';
import { capexOf, deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
import { backtestQuarters, checkedForecasts } from './backtest';
import { DEFAULT_QUESTION } from './question';
import type { Deal, Guidance, Projection } from '$lib/records';

// Four years of 1,461 days: a dollar a day.
const term = { start: '2025-01-01', end: '2028-12-31' };
const early = deal({ slug: 'early' }, '2025-02-01', 1461, { term });
const late = deal({ slug: 'late' }, '2025-08-15', 1461, { term });
const backtest = (deals: Deal[], asOf = '2026-11-20') =>
	backtestQuarters(compile(records({ deals })), DEFAULT_QUESTION, asOf);

describe('the backtest of what would fall due', () => {
	it('sets what was known at each quarter’s end of the twelve months after it beside what is known now', () => {
		const rows = backtest([early, late]);
		expect(rows.map(({ date }) => date)).toEqual([
			'2025-03-31',
			'2025-06-30',
			'2025-09-30',
			'2025-12-31',
			'2026-03-31',
			'2026-06-30',
			'2026-09-30'
		]);
		expect(rows[0]).toEqual({
			date: '2025-03-31',
			until: '2026-03-31',
			then_usd: 365,
			now_usd: 730,
			new_usd: 365,
			ratio: 2,
			ended: true
		});
		expect(rows.map(({ then_usd, now_usd, new_usd }) => [then_usd, now_usd, new_usd])).toEqual([
			[365, 730, 365],
			[365, 730, 365],
			[730, 730, 0],
			[730, 730, 0],
			[730, 730, 0],
			[730, 730, 0],
			[730, 730, 0]
		]);
		expect(rows.map(({ ended }) => ended)).toEqual([true, true, true, false, false, false, false]);
	});

	it('holds what was called off against what had been said of it', () => {
		const off = deal({
			slug: 'off',
			events: [
				happened('2025-02-01', { value: { central: 1461 }, term }),
				happened('2025-12-01', { type: 'cancelled' })
			]
		});
		expect(backtest([off]).map(({ then_usd, now_usd, ratio }) => [then_usd, now_usd, ratio])).toEqual([
			[365, 0, 0],
			[365, 0, 0],
			[365, 0, 0],
			[0, 0, null],
			[0, 0, null],
			[0, 0, null],
			[0, 0, null]
		]);
	});

	it('leaves out quarters before anything is said, and asks whatever place and filter', () => {
		expect(backtest([early], '2025-03-31')).toEqual([]);
		const asked = { ...DEFAULT_QUESTION, scope: 'us' as const, filters: { payer: ['nobody'] } };
		expect(backtestQuarters(compile(records({ deals: [early] })), asked, '2025-05-01')).toMatchObject([
			{ then_usd: 365 }
		]);
	});
});

const said = (given_on: string, low_usd: number | null, more: Partial<Guidance> = {}): Guidance => ({
	company: 'shop',
	given_on,
	period_start: '2025-01-01',
	period_end: '2025-12-31',
	low_usd,
	high_usd: low_usd,
	measure: 'payments_for_ppe',
	wording: 'As said.',
	source: null,
	publisher: 'A call',
	seen: true,
	confidence: 'high',
	note: null,
	...more
});

const projection: Projection = {
	slug: 'bank-2025',
	title: 'A bank on 2025',
	author: 'A bank',
	institution: 'A bank',
	published: '2025-01-15',
	covers: 'What the shop builds.',
	scope: 'global',
	window: { start: '2025-01-01', end: '2025-12-31' },
	target: { central: 1000 },
	comparable: 'capex',
	reason: 'The same company.',
	companies: ['shop'],
	sources: []
};

describe('forecasts of periods that have ended', () => {
	const forecasts = (asOf: string, capex = capexOf('shop', 2025, [250, 260, 270, 280]), projections = [projection]) =>
		checkedForecasts(
			compile(
				records({
					deals: [early],
					capex,
					projections,
					guidance: [said('2025-01-31', null), said('2025-02-01', 800), said('2025-07-30', 1000)]
				})
			),
			DEFAULT_QUESTION,
			asOf
		);

	it('sets guidance as first and as last given, and a projection, beside what was reported', () => {
		const period = { measure: 'payments_for_ppe', from: '2025-01-01', to: '2025-12-31', came_usd: 1060 };
		expect(forecasts('2026-02-14')).toEqual([
			{ ...period, kind: 'guidance', key: 'shop', said_on: '2025-02-01', said_usd: 800, last_usd: 1000, ratio: 1.325 },
			{
				...period,
				kind: 'projection',
				key: 'bank-2025',
				said_on: '2025-01-15',
				said_usd: 1000,
				last_usd: null,
				ratio: 1.06
			}
		]);
	});

	it('waits for the end of the period, and for the whole of it to be reported', () => {
		expect(forecasts('2025-12-31')).toEqual([]);
		// The last quarter is known 45 days after its end.
		expect(forecasts('2026-02-13').map(({ came_usd, ratio }) => [came_usd, ratio])).toEqual([
			[null, null],
			[null, null]
		]);
	});

	it('sets a projection that compares with deals alone beside what is due, and leaves out what compares with nothing', () => {
		const deals: Projection = { ...projection, comparable: 'deals' };
		const none: Projection = { ...projection, slug: 'none', comparable: 'none' };
		expect(forecasts('2026-02-14', [], [deals, none]).slice(1)).toMatchObject([{ measure: 'due', came_usd: 365 }]);
	});
});
