import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Capex, Fundamental } from '$lib/records';
import { checkRecord } from '$lib/records/derive/schema.server';
import { knownQuarters } from '$lib/ledger/figures';
import { withChanges } from '../ledger/with-changes';
import { differenceTo, type Difference } from './difference';
import { readFacts } from './facts';
import { quartersOf } from './quarters';
import { capexRows, fundamentalRows } from './rows';
import { rulesOf, tagsOf } from './rules';

function filed(name: string, company: string, cik: string): { capex: Capex[]; fundamentals: Fundamental[] } {
	const file = `tests/fixtures/edgar/${name}.json`;
	const rules = rulesOf(cik);
	const result = readFacts(readFileSync(file, 'utf8'), { file, cik, tags: tagsOf(rules), today: '2027-12-31' });
	if ('fault' in result) throw new Error(result.fault);
	const { figures } = quartersOf(result.facts, rules, { since: '2019-01-01', asOf: null });
	const filer = { company, cik, entityName: result.facts.entityName };
	return { capex: capexRows(figures, filer), fundamentals: fundamentalRows(figures, filer, rules) };
}

const META = filed('meta', 'meta', '0001326801');
const GOOGLE = filed('alphabet', 'google', '0001652044');
const MICROSOFT = filed('microsoft', 'microsoft', '0000789019');
const EMPTY = { capex: [], fundamentals: [] };

function after(ledger: { capex: Capex[]; fundamentals: Fundamental[] }, { writes }: Difference) {
	const others = {
		deals: [],
		organisations: [],
		projections: [],
		indicators: [],
		guidance: [],
		coverage: [],
		terms: []
	};
	return withChanges({ ...others, ...ledger }, writes);
}

function counts({ lines }: Difference): Record<string, number> {
	const found: Record<string, number> = {};
	for (const { status } of lines) found[status] = (found[status] ?? 0) + 1;
	return found;
}

describe('rows', () => {
	it('are records that the ledger takes, and link each figure to its filing', () => {
		for (const row of [...META.capex, ...GOOGLE.capex]) expect(checkRecord('capex', row)).toEqual({ record: row });
		for (const row of [...GOOGLE.fundamentals, ...MICROSOFT.fundamentals]) {
			expect(checkRecord('fundamentals', row)).toEqual({ record: row });
		}
		expect(GOOGLE.capex[1]).toEqual({
			company: 'google',
			fiscal_period: 'FY2025Q2',
			period_start: '2025-04-01',
			period_end: '2025-06-30',
			amount_usd: 22446e6,
			measure: 'payments_for_ppe',
			filed: '2025-07-24',
			source: 'https://www.sec.gov/Archives/edgar/data/1652044/000165204425000062/0001652044-25-000062-index.htm',
			publisher: 'Alphabet Inc. 10-Q (SEC EDGAR)',
			seen: true,
			confidence: 'high',
			derivation: '6-month year-to-date minus 3-month year-to-date',
			note: 'us-gaap:PaymentsToAcquirePropertyPlantAndEquipment; accn 0001652044-25-000062 filed 2025-07-24, accn 0001652044-25-000043 filed 2025-04-25'
		});
		expect(MICROSOFT.fundamentals.at(-1)).toMatchObject({
			metric: 'rpo_total',
			as_of: '2026-06-30',
			amount_usd: 684e9
		});
	});

	it('one for each distinct figure: repeated comparatives make none', () => {
		const first = META.capex.filter(
			({ fiscal_period, measure }) => fiscal_period === 'FY2023Q1' && measure === 'payments_for_ppe'
		);
		expect(first.map((row) => [row.filed, row.amount_usd / 1e6])).toEqual([
			['2023-04-27', 6842],
			['2024-04-25', 6823]
		]);
		expect(META.capex.filter(({ fiscal_period }) => fiscal_period === 'FY2024Q1')).toHaveLength(2);
	});
});

describe('the difference to the ledger', () => {
	it('is all new for an empty ledger, and nothing once it is written', () => {
		const difference = differenceTo(EMPTY, META);
		expect(counts(difference)).toEqual({ new: META.capex.length });
		const again = differenceTo(after(EMPTY, difference), META);
		expect(again.writes).toEqual([]);
		expect(counts(again)).toEqual({ unchanged: META.capex.length });
	});

	const seen = { source: 'https://example.org/a', publisher: 'A page', seen: true, confidence: 'high' as const };
	const row = (change: Partial<Capex>): Capex => ({
		...(META.capex[0] as Capex),
		filed: null,
		...seen,
		derivation: 'as reported',
		note: null,
		...change
	});

	it('dates a row that had no day of filing, keeps what a person noted and the other vintages', () => {
		const ledger = { capex: [row({ amount_usd: 6823e6, note: 'Net of sale proceeds.' })], fundamentals: [] };
		const vintages = META.capex.filter(
			({ fiscal_period, measure }) => fiscal_period === 'FY2023Q1' && measure === 'payments_for_ppe'
		);
		const difference = differenceTo(ledger, { capex: vintages, fundamentals: [] });
		expect(difference.lines.map(({ status }) => status)).toEqual(['vintage', 'confirmed']);
		const now = after(ledger, difference).capex;
		expect(now.map((each) => [each.filed, each.amount_usd / 1e6])).toEqual([
			['2023-04-27', 6842],
			['2024-04-25', 6823]
		]);
		expect(now[1]?.note).toMatch(/^Net of sale proceeds\. us-gaap:/);
		expect(knownQuarters(now, '2024-03-01')[0]?.standing.amount_usd).toBe(6842e6);
		expect(knownQuarters(now, '2026-03-01')[0]?.standing.amount_usd).toBe(6823e6);
	});

	it('replaces a figure from memory, and one that misstates what was filed that day', () => {
		const memory = row({ amount_usd: 7e9, seen: false, source: null, note: 'From memory.' });
		const misdated = row({ amount_usd: 6823e6, filed: '2023-04-27' });
		const vintages = META.capex.slice(0, 1);
		for (const ledger of [memory, misdated]) {
			const difference = differenceTo({ capex: [ledger], fundamentals: [] }, { capex: vintages, fundamentals: [] });
			expect(counts(difference)).toEqual({ corrected: 1 });
			expect(after({ capex: [ledger], fundamentals: [] }, difference).capex).toEqual(vintages);
		}
	});

	it('never touches another measure of the same quarter', () => {
		const stated = row({
			measure: 'including_finance_leases',
			company: 'microsoft',
			amount_usd: 20e9,
			period_start: '2024-07-01',
			period_end: '2024-09-30'
		});
		const ledger = { capex: [stated], fundamentals: [] };
		expect(after(ledger, differenceTo(ledger, MICROSOFT)).capex).toContainEqual(stated);
	});

	it('refuses a quarter that the ledger has under other dates', () => {
		const shifted = row({ period_start: '2023-01-02', period_end: '2023-04-02' });
		const difference = differenceTo(
			{ capex: [shifted], fundamentals: [] },
			{ capex: META.capex.slice(0, 2), fundamentals: [] }
		);
		expect(difference.writes).toEqual([]);
		expect(difference.refused).toMatchObject([{ why: expect.stringMatching(/count twice/) }]);
	});

	const cash = GOOGLE.fundamentals[0] as Fundamental;

	it('keeps a cash flow that another page reports differently, and drops what came from memory', () => {
		const other = { ...cash, ...seen, amount_usd: 1e9, note: null };
		const memory = { ...cash, amount_usd: 2e9, seen: false, source: null, publisher: 'own knowledge', note: null };
		const ledger = { capex: [], fundamentals: [other, memory] };
		const difference = differenceTo(ledger, { capex: [], fundamentals: [cash] });
		expect(counts(difference)).toEqual({ conflict: 1 });
		const now = after(ledger, difference);
		expect(now.fundamentals).toEqual([other, cash]);
		expect(differenceTo(now, { capex: [], fundamentals: [cash] }).writes).toEqual([]);
	});

	it('brings a restated cash flow in the place of the one filed before', () => {
		const before = {
			...cash,
			amount_usd: 1e9,
			source:
				cash.source?.replaceAll('26-000048', '25-000001').replace('000165204426000048', '000165204425000001') ?? null
		};
		const difference = differenceTo({ capex: [], fundamentals: [before] }, { capex: [], fundamentals: [cash] });
		expect(counts(difference)).toEqual({ vintage: 1 });
		expect(after({ capex: [], fundamentals: [before] }, difference).fundamentals).toEqual([cash]);
	});
});
