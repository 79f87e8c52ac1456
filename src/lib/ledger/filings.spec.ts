import { describe, expect, it } from 'vitest';
import { recordsIn } from '../../../tests/support/reference';
import { capexOf, deal, figureOn, records } from '../../../tests/support/small';
import { compile } from './book';
import { capexSeries } from './capex';
import { filedBacklogs, filedQuarters, spendersAt } from './filings';
import { partyOf } from './parties';
import { DEFAULT_QUESTION } from './question';

// Four years of 1,461 days: a dollar a day.
const term = { start: '2025-01-01', end: '2028-12-31' };
const told = (slug: string, payees: string[], central: number, more = {}) =>
	deal({ slug, payees, ...more }, '2025-01-01', central, { term });

const backlogs = (deals: ReturnType<typeof told>[], fundamentals = FILED, asOf = '2025-12-31') =>
	filedBacklogs(compile(records({ deals, fundamentals })), DEFAULT_QUESTION, asOf);

const FILED = [figureOn('cloud', 'rpo_total', '2025-09-30', 2192)];

describe('a filed backlog beside the ledger', () => {
	it('is held against what is not yet due to the company on demand deals, and that within twelve months', () => {
		const rows = backlogs([
			told('whole', ['cloud'], 1461),
			told('built', ['cloud'], 5000, { kind: 'capacity_build' }),
			told('elsewhere', ['other'], 7000)
		]);
		expect(rows).toEqual([
			{
				company: 'cloud',
				metric: 'rpo_total',
				of_day: '2025-09-30',
				known_from: '2025-09-30',
				backlog_usd: 2192,
				ahead_usd: 1096,
				share: 0.5,
				year_usd: 365,
				year_share: 365 / 1096,
				deals: 1,
				filed_year_share: null,
				filed_year_metric: null,
				equal_split: false
			}
		]);
	});

	it('gives a payee its share as the record says, else an equal one', () => {
		const equal = told('equal', ['cloud', 'other'], 1461);
		const stated = told('stated', ['cloud', 'other'], 1461, { shares: { payees: [0.25, 0.75] } });
		expect([equal, stated].map((each) => backlogs([each])[0]!.ahead_usd)).toEqual([548, 274]);
	});

	it('takes the widest metric, of its latest day, and none before it is known', () => {
		const filed = [
			figureOn('cloud', 'rpo_commercial', '2025-12-01', 9),
			figureOn('wide', 'backlog', '2025-03-31', 80),
			figureOn('wide', 'rpo_total', '2025-03-31', 90),
			figureOn('cloud', 'revenue_backlog', '2025-03-31', 100),
			{ ...figureOn('cloud', 'revenue_backlog', '2025-06-30', 200), filed: '2025-08-01' },
			{ ...figureOn('cloud', 'revenue_backlog', '2025-03-31', 101), filed: '2025-09-01' }
		];
		const at = (day: string) =>
			backlogs([told('a', ['cloud'], 1461)], filed, day).map((row) => [row.metric, row.backlog_usd]);
		expect(at('2025-12-31')).toEqual([
			['revenue_backlog', 200],
			['rpo_total', 90]
		]);
		expect(at('2025-07-31')).toEqual([
			['revenue_backlog', 100],
			['rpo_total', 90]
		]);
		expect(at('2025-03-30')).toEqual([]);
	});

	it('gives the share within twelve months that the company filed of a backlog of that day, and of which', () => {
		const year = figureOn('cloud', 'rpo_commercial_within_year', '2025-09-30', 300);
		const deals = [told('a', ['cloud'], 1461)];
		const filed = (more: (typeof FILED)[number][]) => {
			const [row] = backlogs(deals, [...FILED, ...more]);
			return [row!.filed_year_share, row!.filed_year_metric];
		};
		expect(filed([figureOn('cloud', 'rpo_commercial', '2025-09-30', 1200), year])).toEqual([0.25, 'rpo_commercial']);
		expect(filed([figureOn('cloud', 'rpo_total_within_year', '2025-09-30', 548)])).toEqual([0.25, 'rpo_total']);
		// Of another day, or of no backlog, it says nothing.
		expect(filed([figureOn('cloud', 'rpo_total_within_year', '2025-06-30', 548)])).toEqual([null, null]);
		expect(filed([year])).toEqual([null, null]);
	});

	it('says where its part rests on a split that nobody stated', () => {
		const equal = told('equal', ['cloud', 'other'], 1461);
		const stated = told('stated', ['cloud', 'other'], 1461, { shares: { payees: [0.5, 0.5] } });
		expect([equal, stated].map((each) => backlogs([each])[0]!.equal_split)).toEqual([true, false]);
	});

	it('lists a company that the ledger owes nothing with a share of 0', () => {
		expect(backlogs([])[0]).toMatchObject({ ahead_usd: 0, share: 0, year_share: null, deals: 0 });
	});
});

describe('due beside reported capital spending', () => {
	const quarters = (
		asOf: string,
		capex = [...capexOf('lab', 2025, [180, 182, 184, 184]), ...capexOf('shop', 2025, [20, 20])]
	) =>
		filedQuarters(
			compile(
				records({ deals: [told('a', ['cloud'], 1461), told('b', ['cloud'], 1461, { payers: ['else'] })], capex })
			),
			DEFAULT_QUESTION,
			asOf
		);

	it('counts what the companies with reported spending pay, and all deals, in calendar quarters that have ended', () => {
		expect(quarters('2025-11-20')).toEqual([
			{ date: '2025-03-31', reported_usd: 200, due_usd: 90, share: 0.45, all_due_usd: 180 },
			{ date: '2025-06-30', reported_usd: 202, due_usd: 91, share: 91 / 202, all_due_usd: 182 },
			{ date: '2025-09-30', reported_usd: null, due_usd: 92, share: null, all_due_usd: 184 }
		]);
	});

	it('cuts a fiscal quarter by calendar day', () => {
		const [first, second] = capexOf('lab', 2025, [90, 92]);
		const late = [
			{ ...first!, period_start: '2024-12-01', period_end: '2025-02-28' },
			{ ...second!, period_start: '2025-03-01', period_end: '2025-05-31' }
		];
		// 59 of 90 days at a dollar, and 31 of 92.
		expect(quarters('2025-11-20', late)[0]!.reported_usd).toBe(90);
	});

	it('gives a payer its share as the record says, else an equal one', () => {
		const due = (more: object) => {
			const shared = told('shared', ['cloud'], 1461, { payers: ['lab', 'else'], ...more });
			const ledger = records({ deals: [shared], capex: capexOf('lab', 2025, [180]) });
			return filedQuarters(compile(ledger), DEFAULT_QUESTION, '2025-06-15')[0]!.due_usd;
		};
		expect([due({}), due({ shares: { payers: [0.2, 0.8] } })]).toEqual([45, 18]);
	});

	it('is empty before anything is due', () => {
		expect(quarters('2024-12-31')).toEqual([]);
	});
});

describe('of the reference dataset', () => {
	const book = compile(recordsIn());
	const asOf = '2026-09-30';

	it('reports what the capex series report, where fiscal quarters are those of the calendar', () => {
		const series = capexSeries(book.records, asOf).filter(({ measure }) => measure === 'payments_for_ppe');
		expect(series.map(({ company }) => company)).toEqual(spendersAt(book.records, asOf));
		const last = filedQuarters(book, DEFAULT_QUESTION, asOf).findLast((row) => row.reported_usd !== null)!;
		const calendar = series.flatMap(({ quarters }) =>
			quarters.filter(({ standing }) => standing.period_end === last.date).map(({ standing }) => standing.amount_usd)
		);
		expect(calendar.length).toBeGreaterThan(2);
		expect(last.reported_usd!).toBeGreaterThanOrEqual(calendar.reduce((sum, usd) => sum + usd, 0));
		expect(last.due_usd).toBeLessThanOrEqual(last.all_due_usd);
	});

	it('owes a company at the end of a year what its page shows of the years behind it', () => {
		const question = { ...DEFAULT_QUESTION, layers: ['demand' as const] };
		for (const { company, ahead_usd } of filedBacklogs(book, DEFAULT_QUESTION, '2026-12-31')) {
			const years = partyOf(book, question, '2026-12-31', company).payee.layers.flatMap((layer) => layer.years);
			const behind = years.reduce((sum, { year, amount_usd }) => (year > 2026 ? sum + amount_usd : sum), 0);
			// Years are whole dollars, each rounded.
			expect(Math.abs(ahead_usd - behind), company).toBeLessThanOrEqual(years.length);
		}
	});

	it('states each backlog as it was reported, once a company', () => {
		const rows = filedBacklogs(book, DEFAULT_QUESTION, asOf);
		expect(rows.length).toBeGreaterThan(3);
		expect(new Set(rows.map(({ company }) => company)).size).toBe(rows.length);
		for (const { company, metric, of_day, backlog_usd, ahead_usd, year_usd } of rows) {
			const filed = book.records.fundamentals.filter(
				(row) => row.company === company && row.metric === metric && (row.as_of ?? row.period_end) === of_day
			);
			expect(filed.map(({ amount_usd }) => amount_usd)).toContain(backlog_usd);
			expect(year_usd).toBeLessThanOrEqual(ahead_usd);
		}
	});
});
