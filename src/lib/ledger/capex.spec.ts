import { describe, expect, it } from 'vitest';
import { capexCurve, capexSeries, compareCapex, guidanceHistory } from './capex';
import type { Capex, Guidance, Projection, Records } from '$lib/records';

const origin = { source: null, publisher: 'A filing', seen: true, confidence: 'high' as const, note: null };
const ENDS = ['03-31', '06-30', '09-30', '12-31'];

function quarters(
	company: string,
	year: number,
	amounts: number[],
	measure: Capex['measure'] = 'payments_for_ppe'
): Capex[] {
	return amounts.map((amount_usd, i) => ({
		...origin,
		company,
		fiscal_period: `FY${year}Q${i + 1}`,
		period_start: `${year}-${String(3 * i + 1).padStart(2, '0')}-01`,
		period_end: `${year}-${ENDS[i]}`,
		amount_usd,
		measure,
		filed: null,
		derivation: 'as reported'
	}));
}

function said(
	given_on: string,
	low_usd: number | null,
	high_usd: number | null,
	measure = 'payments_for_ppe'
): Guidance {
	const period = { period_start: '2025-01-01', period_end: '2025-12-31' };
	return { ...origin, ...period, company: 'cloud', given_on, low_usd, high_usd, measure, wording: 'As said.' };
}

function records(capex: Capex[], guidance: Guidance[] = []): Records {
	return {
		deals: [],
		organisations: [],
		projections: [],
		indicators: [],
		fundamentals: [],
		coverage: [],
		terms: [],
		capex,
		guidance
	};
}

const PROJECTION: Projection = {
	slug: 'guess',
	author: 'A bank',
	institution: 'A bank',
	title: 'A guess',
	published: '2025-01-01',
	scope: 'global',
	covers: 'Two companies',
	window: { start: '2025-01-01', end: '2025-12-31' },
	target: { central: 365 },
	comparable: 'capex',
	companies: ['cloud', 'ads'],
	sources: []
};

describe('capexSeries', () => {
	const all = records([
		...quarters('cloud', 2025, [10, 20, 30, 40]),
		...quarters('cloud', 2025, [11, 21], 'including_finance_leases'),
		...quarters('ads', 2025, [1, 2, 3, 4]).filter((row) => row.period_end !== '2025-06-30')
	]);

	it('keeps measures apart and gives a trailing year only where no quarter is missing', () => {
		const shown = capexSeries(all, '2026-03-01').map(({ company, measure, quarters: list }) => [
			company,
			measure,
			list.map((each) => each.trailing_usd)
		]);
		expect(shown).toEqual([
			['ads', 'payments_for_ppe', [null, null, null]],
			['cloud', 'payments_for_ppe', [null, null, null, 100]],
			['cloud', 'including_finance_leases', [null, null]]
		]);
	});

	it('shows nothing before it is known', () => {
		expect(capexSeries(all, '2025-05-14')).toEqual([]);
		expect(capexSeries(all, '2025-05-15').map(({ company }) => company)).toEqual(['ads', 'cloud', 'cloud']);
	});
});

describe('compareCapex', () => {
	const both = records([...quarters('cloud', 2025, [90, 91, 92]), ...quarters('ads', 2025, [180, 182])]);

	it('ends on the last day that all companies have reported, and so does the path', () => {
		const found = compareCapex(both, PROJECTION, '2026-01-01');
		expect(found).toMatchObject({
			target_usd: 365,
			reported_to: '2025-06-30',
			reported_usd: 543,
			path_usd: 181,
			pace: 3
		});
		expect(found.companies).toEqual([
			{ company: 'ads', reported_to: '2025-06-30', reported_usd: 362 },
			{ company: 'cloud', reported_to: '2025-09-30', reported_usd: 273 }
		]);
	});

	it('counts a quarter that the window cuts by day, and stops at the window’s end', () => {
		const window = { start: '2025-03-22', end: '2025-04-30' };
		const found = compareCapex(both, { ...PROJECTION, window }, '2026-01-01');
		expect(found.reported_to).toBe('2025-04-30');
		expect(found.reported_usd).toBeCloseTo(10 + 30 + 20 + 60, 9);
	});

	it('says nothing where a company has not reported or nobody is named', () => {
		const nothing = { reported_to: null, reported_usd: 0, path_usd: 0, pace: null };
		expect(compareCapex(both, { ...PROJECTION, companies: ['cloud', 'chips'] }, '2026-01-01')).toMatchObject(nothing);
		expect(compareCapex(both, { ...PROJECTION, companies: undefined }, '2026-01-01')).toMatchObject(nothing);
		expect(compareCapex(both, PROJECTION, '2025-05-14')).toMatchObject(nothing);
	});

	it('draws the same as a curve that ends where the reports do', () => {
		const days = ['2024-12-31', '2025-01-01', '2025-03-31', '2025-06-30', '2025-07-01'];
		expect(capexCurve(both, PROJECTION, '2026-01-01', days)).toEqual([0, 3, 270, 543, null]);
	});
});

describe('guidanceHistory', () => {
	it('tells how a statement moved from the last one with an amount', () => {
		const given = [
			said('2025-10-01', 91, 93),
			said('2025-02-01', 75, 75),
			said('2025-03-01', null, null),
			said('2025-04-01', 75, 75),
			said('2025-07-01', 70, 80),
			said('2025-09-01', 60, null),
			said('2025-11-01', 500, 500, 'own_definition')
		];
		const [history, other] = guidanceHistory(
			records(quarters('cloud', 2025, [20, 20, 25, 30]), given),
			'2026-02-14'
		).sort((a, b) => b.statements.length - a.statements.length);
		expect(history!.statements.map(({ move, middle_usd, change_usd }) => [move, middle_usd, change_usd])).toEqual([
			['first', 75, null],
			['no_amount', null, null],
			['kept', 75, 0],
			['changed', 75, 0],
			['cut', 60, -15],
			['raised', 92, 32]
		]);
		expect(history!.reported_usd).toBe(95);
		expect(other).toMatchObject({ measure: 'own_definition', reported_usd: null });
	});

	it('knows nothing of what was said later, or reported later', () => {
		const given = records(quarters('cloud', 2025, [20, 20, 25, 30]), [
			said('2025-02-01', 75, 75),
			said('2025-10-01', 91, 93)
		]);
		expect(guidanceHistory(given, '2025-01-31')).toEqual([]);
		const [history] = guidanceHistory(given, '2025-09-30');
		expect(history!.statements).toHaveLength(1);
		expect(history!.reported_usd).toBeNull();
	});
});
