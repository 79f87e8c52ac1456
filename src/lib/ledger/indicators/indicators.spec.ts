import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger } from '../../../../tests/support/arbitrary';
import { capexOf, deal, figureOn, happened, party, quartersOf, records } from '../../../../tests/support/small';
import { compile } from '../book';
import type { Indicator, Projection, Records } from '$lib/records';
import { board, indicatorHistory, readIndicator } from './index';
import { colourOf } from './reading';

const AS_OF = '2026-03-01';

function definition(slug: string, more: Partial<Indicator> = {}): Indicator {
	return {
		slug,
		name: slug,
		question: 'How much?',
		formula: 'This over that.',
		inputs: ['deals'],
		unit: 'ratio',
		green: { max: 0.25 },
		amber: { max: 0.5 },
		bounds_by: 'editorial',
		stale_after_days: 500,
		...more
	};
}

function read(slug: string, given: Partial<Records>, asOf = AS_OF, more: Partial<Indicator> = {}) {
	return readIndicator(compile(records(given)), definition(slug, more), asOf);
}

const HYPERSCALERS = [party('a', 'hyperscaler'), party('b', 'hyperscaler')];
const CAPEX = [...capexOf('a', 2025, [10, 20, 30, 40]), ...capexOf('b', 2025, [1, 2, 3, 4])];
const CASH = [
	...quartersOf('a', 'operating_cash_flow', 2025, [50, 50, 50, 50]),
	...quartersOf('b', 'operating_cash_flow', 2025, [5, 5, 5, 5])
];

describe('colourOf', () => {
	it('is green from min up to max, then amber, else red', () => {
		const bounds = { green: { min: 0.8, max: 1.25 }, amber: { min: 0.5, max: 2 } };
		const shown = [0.4999, 0.5, 0.7999, 0.8, 1.2499, 1.25, 1.9999, 2].map((value) => colourOf(bounds, value));
		expect(shown).toEqual(['red', 'amber', 'amber', 'green', 'green', 'amber', 'amber', 'red']);
	});
});

describe('deals', () => {
	const deals = [
		deal({ slug: 'signed', events: [happened('2025-06-01', { type: 'definitive', value: { central: 60 } })] }),
		deal({ slug: 'open', payers: ['lab', 'mill'], payees: ['shop'] }, '2025-06-01', 30),
		deal({ slug: 'rumour', payers: ['mill'], payees: ['shop'] }, '2025-06-01', 10, { firmness: 'rumoured' })
	];

	it('firmness gap: what is talked about and not signed', () => {
		const reading = read('firmness-gap', { deals });
		expect(reading).toMatchObject({ value: 0.4, status: 'amber', reason: null });
		expect(reading.changes).toMatchObject([
			{ direction: 'up', bound: 0.5, to: 'red', levers: [{ change_usd: 20 }, { change_usd: -20 }] },
			{ direction: 'down', bound: 0.25, to: 'green', levers: [{ change_usd: -21 }, { change_usd: 61 }] }
		]);
	});

	it('concentration: squares of shares, parties share equally, a stand-in stays in the total only', () => {
		const organisations = [party('mill', 'other', { stand_in: true })];
		expect(read('concentration-payers', { deals }).value).toBeCloseTo(10_000 * ((75 / 90) ** 2 + (15 / 90) ** 2), 9);
		expect(read('concentration-payers', { deals, organisations }).value).toBeCloseTo(10_000 * (75 / 90) ** 2, 9);
		expect(read('concentration-payees', { deals }).value).toBeCloseTo(10_000 * ((60 / 90) ** 2 + (30 / 90) ** 2), 9);
	});

	it('circularity: what can come back through funding', () => {
		const stake = deal(
			{ slug: 'stake', kind: 'equity_investment', payers: ['cloud'], payees: ['lab'] },
			'2025-06-01',
			15
		);
		expect(read('circularity', { deals: [...deals, stake] })).toMatchObject({ value: 30 / 105, status: 'amber' });
	});

	it('debt share: kinds of the funding layer first heard of in 365 days, the day itself included', () => {
		const funding = [
			deal({ slug: 'loan', kind: 'debt_financing' }, '2025-03-02', 30),
			deal({ slug: 'old-loan', kind: 'debt_financing' }, '2025-03-01', 500),
			deal({ slug: 'elsewhere', kind: 'debt_financing', layer: 'infrastructure' }, '2025-06-01', 500),
			deal({ slug: 'stake', kind: 'equity_investment' }, '2025-06-01', 70),
			deal({ slug: 'takeover', kind: 'acquisition' }, '2025-06-01', 500)
		];
		const reading = read('debt-share', { deals: funding });
		expect(reading).toMatchObject({ value: 0.3, status: 'amber' });
		expect(reading.changes[0]).toMatchObject({ direction: 'up', levers: [{ change_usd: 40 }, { change_usd: -40 }] });
		expect(read('debt-share', { deals }).status).toBe('unknown');
	});

	it('mood: Idiocracy of the last 90 days by contribution', () => {
		const rated = (slug: string, on: string, central: number, idiocracy: number) =>
			deal({ slug, ratings: [{ on, terminator: 0, idiocracy, rationale: '', by: '' }] }, on, central);
		const three = [rated('a', '2026-01-01', 30, 4), rated('b', '2026-02-01', 10, 0), rated('c', '2025-11-01', 99, 9)];
		expect(read('mood', { deals: three })).toMatchObject({ value: 3, status: 'red' });
		expect(read('mood', { deals: three }, '2027-01-01')).toMatchObject({ value: null, status: 'unknown' });
	});
});

describe('commitment cover', () => {
	const organisations = [party('lab', 'ai_lab'), party('other-lab', 'ai_lab'), party('quiet-lab', 'ai_lab')];
	const term = { start: '2026-03-02', end: '2028-02-29' };
	const contract = (slug: string, payers: string[], central: number) =>
		deal({ slug, payers }, '2025-06-01', central, { term });
	const deals = [
		contract('big', ['lab', 'shop'], 730 * 4),
		contract('small', ['other-lab'], 730),
		contract('dark', ['quiet-lab'], 730)
	];
	const fundamentals = [
		figureOn('lab', 'revenue_run_rate', '2026-01-01', 365),
		figureOn('other-lab', 'revenue_run_rate', '2024-01-01', 730)
	];

	it('takes the highest lab, payers share equally, and a lab without revenue has no ratio', () => {
		const reading = read('commitment-cover', { organisations, deals, fundamentals });
		expect(reading).toMatchObject({ value: 2, status: 'stale' });
		const named = { inputs: ['fundamentals: revenue_run_rate of lab'] };
		const fresh = read('commitment-cover', { organisations, deals, fundamentals }, AS_OF, named);
		expect(fresh).toMatchObject({ value: 2, status: 'red' });
		expect(fresh.rows.filter((row) => 'ratio' in row.values).map((row) => [row.slug, row.values.ratio])).toEqual([
			['lab', 2],
			['other-lab', 0.5],
			['quiet-lab', null]
		]);
		// The next lab stands at the bound itself, so that no change of the first alone brings the reading below it.
		expect(fresh.changes).toMatchObject([{ direction: 'down', bound: 0.5, to: 'amber', levers: [] }]);
	});

	it('is unknown without revenue, or without anything to pay', () => {
		expect(read('commitment-cover', { organisations, deals }).reason).toBe('No lab has stated its revenue yet.');
		expect(read('commitment-cover', { organisations, fundamentals }).status).toBe('unknown');
	});
});

describe('strains', () => {
	const given = { organisations: HYPERSCALERS, capex: CAPEX, fundamentals: CASH };

	it('capex strain: the same four quarters above and below the line', () => {
		const reading = read('capex-strain', given);
		expect(reading).toMatchObject({ value: 0.5, status: 'red' });
		expect(reading.rows).toHaveLength(16);
		expect(reading.changes).toMatchObject([
			{ direction: 'down', bound: 0.5, to: 'amber', distance: 0, levers: [{ change_usd: -1 }, { change_usd: 1 }] }
		]);
	});

	it('is unknown where one company lacks a quarter, and says which', () => {
		const capex = CAPEX.filter((row) => row.company === 'a' || row.period_end !== '2025-06-30');
		const reading = read('capex-strain', { ...given, capex });
		expect(reading).toMatchObject({ value: null, status: 'unknown' });
		expect(reading.reason).toContain('of b.');
		const fundamentals = CASH.filter((row) => row.company === 'b');
		expect(read('capex-strain', { ...given, fundamentals }).reason).toContain('of a.');
		expect(read('capex-strain', given, '2026-02-13').status).toBe('unknown');
	});

	it('is stale where one company’s last quarter is too old, whatever the others report', () => {
		const capex = [...CAPEX, ...capexOf('a', 2026, [50])];
		const fundamentals = [...CASH, ...quartersOf('a', 'operating_cash_flow', 2026, [50])];
		const later = { ...given, capex, fundamentals };
		expect(read('capex-strain', later, '2026-06-14', { stale_after_days: 120 }).status).toBe('red');
		const stale = read('capex-strain', later, '2026-06-15', { stale_after_days: 120 });
		expect(stale).toMatchObject({ value: 150 / 220, status: 'stale', changes: [] });
		expect(stale.reason).toContain('b, four quarters to 2025-12-31: known since 2026-02-14, 121 days ago');
	});

	it('economic and industry strain set the same spending against output and the labs’ revenue', () => {
		const fundamentals = [
			...quartersOf('us-economy', 'gdp_nominal_saar', 2025, [1000, 1100, 1100, 1200]),
			figureOn('lab', 'revenue_run_rate', '2026-01-01', 50),
			figureOn('new-lab', 'revenue_run_rate', '2026-01-01', 5)
		];
		const organisations = [...HYPERSCALERS, party('lab', 'ai_lab'), party('new-lab', 'ai_lab')];
		expect(read('economic-strain', { organisations, capex: CAPEX, fundamentals }).value).toBe(0.1);
		expect(read('industry-strain', { organisations, capex: CAPEX, fundamentals }).value).toBe(2);
	});
});

describe('pace', () => {
	const projection: Projection = {
		slug: 'guess',
		author: 'A bank',
		institution: 'A bank',
		title: 'A guess',
		published: '2026-01-11',
		scope: 'us',
		covers: 'All of it.',
		window: { start: '2026-01-01', end: '2026-12-31' },
		target: { central: 365 },
		comparable: ['deals', 'capex'],
		featured: true,
		sources: []
	};
	const term = { start: '2025-12-01', end: '2027-12-01' };
	const deals = [
		deal({ slug: 'hall', us_share: 1 }, '2025-12-01', 731, { term }),
		deal({ slug: 'away' }, '2025-12-01', 9, { term })
	];

	it('is spend in the window over the featured projection’s path, in its scope', () => {
		const given = { deals, projections: [projection] };
		expect(read('pace', given, '2026-01-20')).toMatchObject({ value: 1, status: 'red' });
		expect(read('pace', given, '2026-01-10').reason).toContain('published on 2026-01-11');
		expect(read('pace', { deals }).reason).toBe('No projection is featured.');
		const other = { deals, projections: [{ ...projection, comparable: 'capex' as const }] };
		expect(read('pace', other).reason).toContain('not comparable');
	});
});

describe('readings', () => {
	it('are unknown where nothing computes them, never green', () => {
		expect(read('vibes', {})).toMatchObject({ value: null, status: 'unknown', changes: [] });
		const slugs = [
			'firmness-gap',
			'circularity',
			'concentration-payers',
			'commitment-cover',
			'capex-strain',
			'debt-share'
		];
		for (const slug of [...slugs, 'economic-strain', 'industry-strain', 'pace', 'mood', 'concentration-payees']) {
			expect(read(slug, {}), slug).toMatchObject({ value: null, status: 'unknown' });
		}
	});

	it('are counted by status, and never averaged', () => {
		const statuses = ['red', 'red', 'green', 'stale', 'unknown'] as const;
		expect(board(statuses.map((status) => ({ status })))).toEqual({ red: 2, amber: 0, green: 1, stale: 1, unknown: 1 });
	});

	it('have a history in which each quarter knows only what was known then', () => {
		const given = records({ organisations: HYPERSCALERS, capex: CAPEX, fundamentals: CASH });
		const history = indicatorHistory(compile(given), definition('capex-strain'), AS_OF, '2025-12-31');
		expect(history.map(({ date, value, status }) => [date, value, status])).toEqual([
			['2025-12-31', null, 'unknown'],
			['2026-03-01', 0.5, 'red']
		]);
		expect(indicatorHistory(compile(given), definition('capex-strain'), AS_OF)).toEqual([]);
	});

	it('are finite or missing on any ledger, and a lever does what it says', () => {
		const slugs = ['firmness-gap', 'circularity', 'concentration-payers', 'concentration-payees', 'debt-share', 'mood'];
		fc.assert(
			fc.property(someLedger, someDay, fc.constantFrom(...slugs), (ledger, day, slug) => {
				const reading = readIndicator(compile(ledger), definition(slug), day);
				if (reading.value !== null) expect(Number.isFinite(reading.value)).toBe(true);
				for (const { bound, direction, to, levers } of reading.changes) {
					expect(direction === 'up' ? bound > reading.value! : bound <= reading.value!).toBe(true);
					expect(to).not.toBe(reading.status);
					for (const { change_usd } of levers) expect(Number.isSafeInteger(change_usd)).toBe(true);
				}
			}),
			{ numRuns: 150 }
		);
	});
});
