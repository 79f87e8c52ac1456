import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { capexPage, capexRows, guidanceRows } from '$lib/features/capex/answer';
import { indicatorRecord, indicatorSourceRows } from '$lib/features/readings/reading';
import { indicatorRows } from './reading-lines';
import type { AnswerOf } from '$lib/features';
import { ask } from '$lib/features/ask';
import type { PageName } from '$lib/features';
import type { View } from '$lib/view';
import { recordsIn } from '../../../tests/support/reference';

const records = recordsIn();
const book = compile(records);
const empty = compile({
	deals: [],
	organisations: [],
	projections: [],
	indicators: records.indicators,
	capex: [],
	guidance: [],
	fundamentals: [],
	coverage: [],
	terms: []
});

async function asked<N extends PageName>(
	name: N,
	query = '',
	slug = '',
	of = book
): Promise<{ view: View; answer: AnswerOf<N> }> {
	const found = await ask(name, of, new URLSearchParams(query), '2026-11-22', slug);
	if (found.status !== 200) throw new Error(JSON.stringify(found));
	return found;
}

describe('the board', () => {
	it('counts every reading once, worst first', async () => {
		const { answer } = await asked('indicators');
		const { board, readings } = answer;
		expect(Object.values(board).reduce((a, b) => a + b, 0)).toBe(records.indicators.length);
		const order = ['red', 'amber', 'green', 'disputed', 'stale', 'unknown'];
		const ranks = readings.map((each) => order.indexOf(each.status));
		expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
	});
	it('is all unknown, and never calm, for a ledger that knows nothing', async () => {
		expect((await asked('indicators', '', '', empty)).answer.board).toEqual({
			red: 0,
			amber: 0,
			green: 0,
			disputed: 0,
			stale: 0,
			unknown: records.indicators.length
		});
	});
	it('gives the same history whatever the day it is asked for', async () => {
		const now = (await asked('indicator', '', 'circularity')).answer.line.history;
		const before = (await asked('indicator', 'as_of=2026-06-30', 'circularity')).answer.line.history;
		expect(now.filter((each) => each.date <= '2026-06-30')).toEqual(before);
		expect(before.at(-1)?.date).toBe('2026-06-30');
	});
	it.each(['1990-01-01', '2100-12-31'])('answers on %s without more than six years of history', async (as_of) => {
		for (const line of (await asked('indicators', `as_of=${as_of}`)).answer.readings)
			expect(line.history.length).toBeLessThanOrEqual(24);
	});
	it('says which readings there are where there is none of a name', async () => {
		expect(await ask('indicator', book, new URLSearchParams(), '2026-11-22', 'circularty')).toMatchObject({
			status: 404,
			near: [{ href: '/indicators/circularity' }]
		});
	});
});

it('publishes whole dollars, the reading of the page and the rows behind it', async () => {
	for (const row of indicatorRows(book, (await asked('indicators')).view)) {
		const { answer, view } = await asked('indicator', '', row.slug);
		const record = indicatorRecord(book, view, answer);
		expect(record.reading.value).toBe(row.value);
		expect(record.rows).toEqual(indicatorSourceRows(book, view, row.slug));
		for (const each of record.rows)
			for (const [name, value] of Object.entries(each))
				if (name.endsWith('_usd') && value !== null)
					expect(Number.isSafeInteger(value), `${row.slug} ${name}`).toBe(true);
	}
});

describe('reported spending', () => {
	it('keeps measures apart: each series is of one, and no sum holds two', async () => {
		const { measures } = (await asked('capex')).answer;
		expect(measures.map((each) => each.measure)).toEqual(['payments_for_ppe', 'including_finance_leases']);
		for (const { measure, companies, trailing_usd } of measures) {
			for (const { quarters } of companies)
				expect(new Set(quarters.map((each) => each.standing.measure))).toEqual(new Set([measure]));
			expect(trailing_usd).toBe(companies.reduce((sum, each) => sum + each.quarters.at(-1)!.trailing_usd!, 0));
		}
	});
	it('shows a day only what was known by then, and every vintage of it', async () => {
		const { view } = await asked('capex', 'as_of=2025-06-30');
		const rows = capexRows(book, view);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.every((row) => row.known_from <= '2025-06-30')).toBe(true);
		expect(guidanceRows(book, view).every((row) => row.given_on <= '2025-06-30')).toBe(true);
		const all = capexRows(book, (await asked('capex', 'as_of=2100-12-31')).view);
		expect(all).toHaveLength(records.capex.length);
	});
	it('answers for a ledger without any', async () => {
		expect(capexPage(empty, (await asked('capex')).view)).toEqual({
			measures: [],
			guidance: [],
			verdict: 'Nobody in the ledger had projected anything yet',
			curves: { groups: [], waiting: [] },
			names: {}
		});
	});
});

describe('the rules at work', async () => {
	const { answer } = await asked('method');
	it('adds up as the reconciliation does', async () => {
		const amounts = answer.lines.map((line) => line.amount_usd);
		expect(amounts.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(amounts.at(-1));
	});
	it('picks deals that show the rule', async () => {
		expect(answer.up_to).toMatchObject({ low_usd: 0, central_usd: Math.round(answer.up_to!.high_usd / 2) });
		expect(answer.at_least!.low_usd).toBe(answer.at_least!.high_usd);
		for (const spread of [answer.stated!, answer.assumed!])
			expect(spread.due_usd).toBe(Math.round(spread.contribution_usd * (spread.elapsed_days / spread.days)));
		expect(answer.cut!.current_usd).toBeLessThan(answer.cut!.highest_usd);
		expect(answer.reading!.value).toBeCloseTo(answer.reading!.numerator.value / answer.reading!.denominator.value, 12);
	});
	it('says nothing where no deal shows a rule', async () => {
		const { answer } = await asked('method', '', '', empty);
		const { lines, dated, due_usd, deals, undisclosed_deals, ...examples } = answer;
		expect([due_usd, deals, undisclosed_deals]).toEqual([0, 0, 0]);
		expect(dated.map(({ slug }) => slug)).toEqual(records.indicators.map(({ slug }) => slug).toSorted());
		expect(lines.every((line) => line.amount_usd === 0)).toBe(true);
		expect(Object.values(examples).every((example) => example === null)).toBe(true);
	});
});
