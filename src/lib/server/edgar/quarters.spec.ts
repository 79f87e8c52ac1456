import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFacts } from './facts';
import { amountAt, quartersOf, type Policy, type Reading } from './quarters';
import { rulesOf, tagsOf, type Measure } from './rules';

const CIK = {
	microsoft: '0000789019',
	alphabet: '0001652044',
	meta: '0001326801',
	'meta-2023': '0001326801',
	amazon: '0001018724',
	oracle: '0001341439'
};
const ALL: Policy = { since: '1990-01-01', asOf: null };

function read(name: keyof typeof CIK, policy = ALL): Reading {
	const cik = CIK[name];
	const file = `tests/fixtures/edgar/${name}.json`;
	const result = readFacts(readFileSync(file, 'utf8'), { file, cik, tags: tagsOf(rulesOf(cik)), today: '2027-12-31' });
	if ('fault' in result) throw new Error(result.fault);
	return quartersOf(result.facts, rulesOf(cik), policy);
}

/** Millions by label, as they stand or stood on a day. */
function millions({ figures }: Reading, measure: Measure, day: string | null = null): Record<string, number> {
	const known = figures.filter((figure) => figure.measure === measure && amountAt(figure, day) !== null);
	return Object.fromEntries(known.map((figure) => [figure.label, (amountAt(figure, day) ?? NaN) / 1e6]));
}

function annual({ years }: Reading, measure: Measure, label: string, day: string | null = null): number | undefined {
	const year = years.find((figure) => figure.measure === measure && figure.label === label);
	return year && (amountAt(year, day) ?? NaN) / 1e6;
}

describe('quarters out of real companyfacts', () => {
	it('Microsoft: three-month and year-to-date facts, fourth quarter by subtraction, null fiscal year', () => {
		const reading = read('microsoft');
		expect(millions(reading, 'payments_for_ppe')).toEqual({
			FY2025Q1: 14923,
			FY2025Q2: 15804,
			FY2025Q3: 16745,
			FY2025Q4: 17079
		});
		expect(annual(reading, 'payments_for_ppe', 'FY2025')).toBe(64551);
		expect(reading.refused).toEqual([]);
		const q4 = reading.figures.find(({ label, measure }) => label === 'FY2025Q4' && measure === 'payments_for_ppe');
		expect(q4).toMatchObject({ start: '2025-04-01', end: '2025-06-30' });
		expect(q4?.vintages).toMatchObject([{ filed: '2025-07-30', derivation: 'annual minus nine-month year-to-date' }]);
		expect(q4?.vintages[0]?.facts[0]?.accn).toBe('0000950170-25-100235');
		expect(millions(reading, 'rpo_total')).toEqual({ FY2024Q4: 275000, FY2026Q4: 684000 });
	});

	it('Alphabet: year-to-date facts only', () => {
		const reading = read('alphabet');
		expect(millions(reading, 'payments_for_ppe')).toEqual({
			FY2025Q1: 17197,
			FY2025Q2: 22446,
			FY2025Q3: 23953,
			FY2025Q4: 27851
		});
		expect(millions(reading, 'operating_cash_flow')).toEqual({ FY2026Q1: 45790, FY2026Q2: 39069 });
		expect(annual(reading, 'payments_for_ppe', 'FY2025')).toBe(91447);
		expect(reading.refused).toEqual([]);
	});

	it('Meta: a restatement is a vintage, and vintages are not mixed', () => {
		const reading = read('meta-2023');
		expect(millions(reading, 'payments_for_ppe')).toEqual({
			FY2023Q1: 6823,
			FY2023Q2: 6134,
			FY2023Q3: 6496,
			FY2023Q4: 7592
		});
		expect(annual(reading, 'payments_for_ppe', 'FY2023')).toBe(27045);
		const then = '2024-03-01';
		expect(millions(reading, 'payments_for_ppe', then)).toEqual({
			FY2023Q1: 6842,
			FY2023Q2: 6216,
			FY2023Q3: 6543,
			FY2023Q4: 7665
		});
		expect(annual(reading, 'payments_for_ppe', 'FY2023', then)).toBe(27266);
		expect(annual(reading, 'including_finance_leases', 'FY2023')).toBe(28103);
		expect(reading.refused).toEqual([]);
	});

	it('Meta: between the restated quarters and the restated year, each quarter stands as last filed', () => {
		const reading = read('meta-2023');
		// The first quarter is restated; the second was not yet, and is not reckoned from the new first and the old half year.
		expect(millions(reading, 'payments_for_ppe', '2024-05-01')).toMatchObject({ FY2023Q1: 6823, FY2023Q2: 6216 });
		expect(millions(reading, 'payments_for_ppe', '2024-12-31')).toEqual({
			FY2023Q1: 6823,
			FY2023Q2: 6134,
			FY2023Q3: 6496,
			FY2023Q4: 7665
		});
	});

	it('gives as of a day what a file of that day would have given', () => {
		for (const day of ['2023-08-01', '2024-03-01', '2024-05-01', '2024-12-31', '2025-02-01', '2026-02-01']) {
			const then = read('meta', { since: '1990-01-01', asOf: day });
			const now = read('meta');
			for (const measure of ['payments_for_ppe', 'including_finance_leases'] as const) {
				expect(millions(then, measure)).toEqual(millions(now, measure, day));
			}
		}
	});

	it('Meta: with finance leases, quarter by quarter as the ledger has them', () => {
		const reading = read('meta');
		expect(millions(reading, 'including_finance_leases')).toEqual({
			FY2023Q1: 7087,
			FY2023Q2: 6354,
			FY2023Q3: 6763,
			FY2023Q4: 7899,
			FY2024Q1: 6715,
			FY2024Q2: 8472,
			FY2024Q3: 9202,
			FY2024Q4: 14836,
			FY2025Q1: 13692,
			FY2025Q2: 17012,
			FY2025Q3: 19374,
			FY2025Q4: 22137,
			FY2026Q1: 19840
		});
		expect(reading.refused).toEqual([]);
	});

	it('Amazon: productive assets, and a rolling twelve months is never a year', () => {
		const reading = read('amazon');
		expect(reading.years.map(({ label, vintages }) => [label, vintages.map(({ amount }) => amount / 1e6)])).toEqual([
			['FY2025', [131819]]
		]);
		expect(millions(reading, 'payments_for_ppe')).toEqual({ FY2026Q1: 44203, FY2026Q2: 54208 });
		expect(reading.figures[0]).toMatchObject({
			tags: ['PaymentsToAcquireProductiveAssets'],
			vintages: [{ filed: null, derivation: '6-month year-to-date minus the second quarter' }]
		});
		expect(reading.refused).toEqual([]);
	});

	it('Oracle: quarters that end in August keep their dates', () => {
		const reading = read('oracle');
		expect(annual(reading, 'payments_for_ppe', 'FY2026')).toBe(55663);
		expect(reading.figures).toMatchObject([
			{ label: 'FY2027Q1', start: '2026-06-01', end: '2026-08-31', vintages: [{ amount: 28499e6 }] }
		]);
	});
});
