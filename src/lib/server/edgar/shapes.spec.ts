import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '$lib/records/day';
import { ENDS, fact, millions, PPE, readingOf, reasons, toDate, type FiledFact } from './shapes.fixture';

const CASH = 'NetCashProvidedByUsedInOperatingActivities';
const CONTRACTS = 'RevenueFromContractWithCustomerExcludingAssessedTax';
const JAN = '2025-01-01';

describe('fiscal calendars', () => {
	it('Nvidia: weeks, not months, in quarters that keep their dates', () => {
		const start = '2025-01-27';
		const ends = ['2025-04-27', '2025-07-27', '2025-10-26', '2026-01-25'];
		const reading = readingOf({ [CONTRACTS]: toDate(start, ends, [44062, 90805, 147811, 215938]) }, '0001045810');
		expect(millions(reading, 'revenue')).toEqual({
			FY2026Q1: 44062,
			FY2026Q2: 46743,
			FY2026Q3: 57006,
			FY2026Q4: 68127
		});
		expect(reading.figures.map((figure) => figure.start)).toEqual([start, '2025-04-28', '2025-07-28', '2025-10-27']);
		expect(reading.years).toMatchObject([{ label: 'FY2026', start, end: '2026-01-25' }]);
		expect(reading.refused).toEqual([]);
	});

	it('a year of 53 weeks with a quarter of fourteen', () => {
		const ends = ['2022-05-01', '2022-07-31', '2022-10-30', '2023-02-05'];
		const reading = readingOf({ [CONTRACTS]: toDate('2022-01-31', ends, [10, 21, 33, 48]) }, '0001045810');
		expect(millions(reading, 'revenue')).toEqual({ FY2023Q1: 10, FY2023Q2: 11, FY2023Q3: 12, FY2023Q4: 15 });
		expect(reading.refused).toEqual([]);
	});

	it('a company without rules: the end of the year is that of its annual reports', () => {
		const ends = ['2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30'];
		const reading = readingOf({ [PPE]: toDate('2024-10-01', ends, [1, 3, 6, 10]) }, '0000000042');
		expect(millions(reading)).toEqual({ FY2025Q1: 1, FY2025Q2: 2, FY2025Q3: 3, FY2025Q4: 4 });
		const without = readingOf({ [PPE]: toDate('2024-10-01', ends, [1, 3, 6]) }, '0000000042');
		expect(without.figures).toEqual([]);
		expect(reasons(without)).toMatch(/No annual report among the facts/);
	});

	it('a quarter that is none of the company is refused', () => {
		const reading = readingOf({
			[PPE]: [fact('2025-02-15', '2025-05-15', 5, '2025-06-01'), ...toDate(JAN, ENDS, [1, 3])]
		});
		expect(millions(reading)).toEqual({ FY2025Q1: 1, FY2025Q2: 2 });
		expect(reasons(reading)).toMatch(/2025-02-15 to 2025-05-15: No fiscal quarter/);
	});
});

describe('what filings lack or repeat', () => {
	it('missing quarters are named, and nothing is made up for them', () => {
		const reading = readingOf({ [PPE]: toDate(JAN, ENDS, [10, null, 33, 46]) });
		expect(millions(reading)).toEqual({ FY2025Q1: 10, FY2025Q4: 13 });
		expect(reasons(reading)).toBe(
			['FY2025Q2', 'FY2025Q3']
				.map((label) => `payments_for_ppe, ${label}: It is missing: no facts that can be used give this quarter.`)
				.join('\n')
		);
	});

	it('without nine months: the year less its first three quarters as reported', () => {
		const quarters = [
			fact(JAN, '2025-03-31', 10, '2025-05-01'),
			fact('2025-04-01', '2025-06-30', 11, '2025-08-01'),
			fact('2025-07-01', '2025-09-30', 12, '2025-11-01')
		];
		const reading = readingOf({ [PPE]: [...quarters, fact(JAN, '2025-12-31', 46, '2026-02-01', '10-K')] });
		expect(millions(reading)).toEqual({ FY2025Q1: 10, FY2025Q2: 11, FY2025Q3: 12, FY2025Q4: 13 });
		expect(reading.figures.at(-1)?.vintages).toMatchObject([
			{ derivation: 'annual minus the first three quarters', filed: '2026-02-01' }
		]);
	});

	it('reads on from the day asked, and says nothing of what lies long before', () => {
		const ends = ['2024-09-30', '2024-12-31', '2025-03-31', '2025-06-30'];
		const old = toDate('2012-07-01', ['2012-09-30', '2012-12-31'], [10, 4]);
		const facts = { [PPE]: [...old, ...toDate('2024-07-01', ends, [10, 21, 33, 46])] };
		const reading = readingOf(facts, '0000789019', { since: '2025-01-01', asOf: null });
		expect(millions(reading)).toEqual({ FY2025Q3: 12, FY2025Q4: 13 });
		expect(reading.refused).toEqual([]);
	});

	it('a first report that comes after the second completes it on the day it comes', () => {
		const reading = readingOf({
			[PPE]: [fact(JAN, '2025-06-30', 21, '2025-08-01'), fact(JAN, '2025-03-31', 10, '2025-09-15')]
		});
		expect(millions(reading, 'payments_for_ppe', '2025-09-01')).toEqual({});
		expect(millions(reading)).toEqual({ FY2025Q1: 10, FY2025Q2: 11 });
		expect(reading.figures[1]?.vintages).toMatchObject([{ filed: '2025-09-15' }]);
	});

	it('a rolling twelve months is no year, even with the length and the tag of one', () => {
		const rolling = [
			fact('2024-07-01', '2025-06-30', 99, '2025-08-09'),
			fact('2024-04-01', '2025-03-31', 98, '2025-05-10')
		];
		const reading = readingOf({ [PPE]: [...toDate(JAN, ENDS, [10, 21, 33]), ...rolling] });
		expect(reading.years).toEqual([]);
		expect(millions(reading)).toEqual({ FY2025Q1: 10, FY2025Q2: 11, FY2025Q3: 12 });
	});

	it('a year that only an 8-K states is no year; an 8-K may repeat one, with null for its period', () => {
		const recast = { ...fact(JAN, '2025-12-31', 46, '2026-06-01', '8-K'), fy: null, fp: null };
		expect(readingOf({ [PPE]: [...toDate(JAN, ENDS, [10, 21, 33]), recast] }).years).toEqual([]);
		const reading = readingOf({ [PPE]: [...toDate(JAN, ENDS, [10, 21, 33, 46]), recast] });
		expect(reading.years[0]?.vintages).toHaveLength(1);
		expect(millions(reading)).toMatchObject({ FY2025Q4: 13 });
	});
});

describe('restatements', () => {
	const first = toDate(JAN, ENDS, [10, 21, 33, 46]);

	it('an amended year alone is refused: the earlier quarter stands', () => {
		const reading = readingOf({ [PPE]: [...first, fact(JAN, '2025-12-31', 40, '2026-05-01', '10-K/A')] });
		expect(millions(reading)).toEqual({ FY2025Q1: 10, FY2025Q2: 11, FY2025Q3: 12, FY2025Q4: 13 });
		expect(reading.years[0]?.vintages.map(({ amount }) => amount / 1e6)).toEqual([46, 40]);
		expect(reasons(reading)).toMatch(
			/40,000,000 \(2026-05-01\) and 33,000,000 .* the longer period was restated and the shorter was not/
		);
	});

	it('an amended year with amended quarters is a vintage of each', () => {
		const amended = toDate(JAN, ENDS, [9, 19, 30, 42]).map((each, index) => ({
			...each,
			filed: `2026-05-0${index + 1}`,
			form: `${each.form}/A`,
			accn: `0000950170-26-00050${index}`
		}));
		const reading = readingOf({ [PPE]: [...first, ...amended] });
		expect(millions(reading, 'payments_for_ppe', '2026-04-30')).toEqual({
			FY2025Q1: 10,
			FY2025Q2: 11,
			FY2025Q3: 12,
			FY2025Q4: 13
		});
		expect(millions(reading)).toEqual({ FY2025Q1: 9, FY2025Q2: 10, FY2025Q3: 11, FY2025Q4: 12 });
		expect(reading.refused).toEqual([]);
	});

	it('a comparative is never subtracted from a figure of the year before it', () => {
		const reading = readingOf({
			[PPE]: [fact(JAN, '2025-09-30', 33, '2025-11-01'), fact(JAN, '2025-12-31', 40, '2027-02-01', '10-K')]
		});
		expect(millions(reading)).toEqual({});
		expect(reasons(reading)).toMatch(/too far apart to be of one vintage/);
	});

	it('two filings of one day: the greater accession number is the later', () => {
		const again = { ...fact(JAN, '2025-03-31', 12, '2025-05-10'), accn: '0000950170-25-999999' };
		expect(millions(readingOf({ [PPE]: [again, ...first.slice(0, 1)] }))).toEqual({ FY2025Q1: 12 });
	});
});

describe('tags', () => {
	it('a tag no longer in use does not hide its successor, and still gives its own quarters', () => {
		const old = toDate('2017-01-01', ['2017-03-31'], [1861]);
		const reading = readingOf(
			{ [PPE]: old, PaymentsToAcquireProductiveAssets: toDate(JAN, ENDS, [25019, 57202, 92297, 131819]) },
			'0001018724'
		);
		expect(millions(reading)).toEqual({
			FY2017Q1: 1861,
			FY2025Q1: 25019,
			FY2025Q2: 32183,
			FY2025Q3: 35095,
			FY2025Q4: 39522
		});
	});

	it('one line under two tags is one series, known from the first of them', () => {
		const reading = readingOf({
			[CONTRACTS]: [fact(JAN, '2025-03-31', 90234, '2025-04-25')],
			Revenues: [fact(JAN, '2025-03-31', 90234, '2026-04-30'), fact('2026-01-01', '2026-03-31', 109896, '2026-04-30')]
		});
		expect(millions(reading, 'revenue', '2025-06-01')).toEqual({ FY2025Q1: 90234 });
		expect(reading.figures.filter(({ label }) => label === 'FY2025Q1')).toHaveLength(1);
	});

	it('tags that disagree are not mixed: the one in use holds', () => {
		const reading = readingOf({
			[CONTRACTS]: [fact(JAN, '2025-03-31', 90000, '2025-04-25')],
			Revenues: [fact(JAN, '2025-03-31', 90234, '2025-04-25'), fact('2026-01-01', '2026-03-31', 109896, '2026-04-30')]
		});
		expect(millions(reading, 'revenue')).toMatchObject({ FY2025Q1: 90234 });
		expect(reasons(reading)).toMatch(/two tags are not mixed/);
	});

	it('finance leases are added only where the company adds them, and only for the same quarter', () => {
		const tags = { [PPE]: toDate(JAN, ENDS, [10, 21]), FinanceLeasePrincipalPayments: toDate(JAN, ENDS, [1]) };
		expect(millions(readingOf(tags, '0001326801'), 'including_finance_leases')).toEqual({ FY2025Q1: 11 });
		expect(millions(readingOf(tags, '0000789019'), 'including_finance_leases')).toEqual({});
	});
});

describe('figures that do not agree', () => {
	const reported = (q2: number): FiledFact[] => [
		...toDate(JAN, ENDS, [1598, 3102]),
		fact('2025-04-01', '2025-06-30', q2, '2025-08-09')
	];

	it('a difference of rounding is none: the reported figure holds', () => {
		const reading = readingOf({ [PPE]: reported(1505) });
		expect(millions(reading)).toEqual({ FY2025Q1: 1598, FY2025Q2: 1505 });
		expect(reading.refused).toEqual([]);
	});

	it('more than rounding refuses the quarter', () => {
		const reading = readingOf({ [PPE]: reported(1510) });
		expect(millions(reading)).toEqual({ FY2025Q1: 1598 });
		expect(reasons(reading)).toMatch(
			/FY2025Q2: Two figures of 2025-08-09 disagree: 1,510,000,000 reported, 1,504,000,000 as 6-month/
		);
	});

	it('quarters that do not add up to their year are refused', () => {
		const amended = fact(JAN, '2025-03-31', 90, '2025-09-01', '10-Q/A');
		const reading = readingOf({ [PPE]: [...toDate(JAN, ENDS, [100, 210, 330, 460]), amended] });
		expect(millions(reading)).toEqual({ FY2025Q1: 100 });
		expect(reasons(reading)).toMatch(
			/FY2025Q1, 90,000,000: The quarters .* add up to 450,000,000, its report of 2026-02-09 states 460,000,000/
		);
		// The next year's reports carry the correction through: then it all adds up again.
		const next = toDate(JAN, ENDS, [90, 200, 330, 460], 365);
		expect(millions(readingOf({ [PPE]: [...toDate(JAN, ENDS, [100, 210, 330, 460]), amended, ...next] }))).toEqual({
			FY2025Q1: 90,
			FY2025Q2: 110,
			FY2025Q3: 130,
			FY2025Q4: 130
		});
	});

	it('a reported fourth quarter that the year does not leave room for is refused', () => {
		const starts = [JAN, '2025-04-01', '2025-07-01', '2025-10-01'];
		const quarters = starts.map((start, i) =>
			fact(start, ENDS[i] ?? '', 100 + i, addDays(ENDS[i] ?? '', 40), i === 3 ? '10-K' : '10-Q')
		);
		const year = (amount: number) => fact(JAN, '2025-12-31', amount, '2026-02-09', '10-K');
		const reading = readingOf({ [PPE]: [...quarters, year(500)] });
		expect(millions(reading)).toEqual({ FY2025Q1: 100, FY2025Q2: 101, FY2025Q3: 102 });
		expect(reasons(reading)).toMatch(/103,000,000 reported, 197,000,000 as annual minus the first three quarters/);
		expect(millions(readingOf({ [PPE]: [...quarters, year(406)] }))).toMatchObject({ FY2025Q4: 103 });
	});

	it('a negative payment is refused, a negative cash flow is not', () => {
		const ytd = toDate(JAN, ENDS, [10, 4]);
		const reading = readingOf({ [PPE]: ytd, [CASH]: ytd });
		expect(millions(reading)).toEqual({ FY2025Q1: 10 });
		expect(millions(reading, 'operating_cash_flow')).toEqual({ FY2025Q1: 10, FY2025Q2: -6 });
		expect(reasons(reading)).toMatch(/FY2025Q2: It comes to -6,000,000 .* and cannot be negative/);
	});

	it('periods that overlap count once', () => {
		const reading = readingOf({
			[PPE]: [...toDate(JAN, ENDS, [10, 21]), fact('2025-01-02', '2025-03-31', 9, '2025-08-09')]
		});
		expect(Object.keys(millions(reading))).toEqual(['FY2025Q1', 'FY2025Q2']);
		expect(reasons(reading)).toMatch(/2025-03-31: It overlaps/);
	});
});

describe('any year', () => {
	const four = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 4, maxLength: 4 });
	const running = (quarters: number[]) =>
		quarters.map((_, i) => quarters.slice(0, i + 1).reduce((sum, each) => sum + each, 0));
	const named = (quarters: number[]) => Object.fromEntries(quarters.map((amount, i) => [`FY2025Q${i + 1}`, amount]));
	const all = (quarters: number[]) => toDate(JAN, ENDS, running(quarters));
	const comparatives = (quarters: number[]) =>
		all(quarters).map((each) => ({
			...each,
			filed: addDays(each.filed ?? '', 364),
			accn: each.accn.replace('-2', '-3')
		}));

	it('comes back quarter by quarter, before and after its restatement, in whatever order the facts stand', () => {
		fc.assert(
			fc.property(four, four, fc.infiniteStream(fc.nat()), (first, second, order) => {
				const facts = [...all(first), ...comparatives(second)].map((each) => ({ each, key: order.next().value ?? 0 }));
				const shuffled = facts.sort((a, b) => a.key - b.key).map(({ each }) => each);
				const reading = readingOf({ [PPE]: shuffled });
				expect(millions(reading, 'payments_for_ppe', '2026-03-01')).toEqual(named(first));
				// Where a restated sum meets one that was not, the filings cannot be told apart and the earlier figure stands.
				const [before, after] = [running(first), running(second)];
				if (before.every((sum, i) => sum !== after[i])) expect(millions(reading)).toEqual(named(second));
			})
		);
	});
});
