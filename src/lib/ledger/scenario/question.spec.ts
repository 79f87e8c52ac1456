import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger, someProjection, someQuestion } from '../../../../tests/support/arbitrary';
import { compile } from '../book';
import { compare } from '../compare';
import { stepEnds } from '$lib/records/day';
import { DEFAULT_QUESTION, type Question } from '../question';
import { dueCurve } from '../due';
import type { Deal, DealEvent, Projection, Records } from '$lib/records';
import { LAYERS, SPEND_SHAPES } from '$lib/records/vocabularies';
import { planScenario, type ScenarioAsked } from './question';
import { simulate } from './simulate';

const deal = (slug: string, usShare: number | undefined, ...events: Partial<DealEvent>[]): Deal => ({
	slug,
	title: slug,
	summary: slug,
	kind: 'compute_purchase',
	payers: ['a-lab'],
	payees: ['a-cloud'],
	us_share: usShare,
	events: events.map((event) => ({ on: '2025-01-01', type: 'announced', note: '', sources: ['s'], ...event })),
	sources: [{ key: 's', url: null, publisher: 'p', title: null, published: null }]
});

const RECORDS: Records = {
	deals: [
		deal('running', 1, {
			value: { central: 730e9 },
			term: { start: '2025-01-01', end: '2026-12-31' },
			firmness: 'definitive'
		}),
		deal('later', 0.5, { value: { central: 365e9 }, term: { start: '2027-01-01', end: '2027-12-31' } }),
		deal('place-not-known', undefined, { value: { central: 100e9 }, term: { start: '2026-01-01', end: '2026-12-31' } }),
		deal(
			'off',
			1,
			{ value: { central: 730e9 }, term: { start: '2025-01-01', end: '2026-12-31' } },
			{ on: '2025-04-11', type: 'cancelled', paid: 100e9 }
		),
		{
			...deal('stake', 1, { value: { central: 70e9 }, firmness: 'definitive' }),
			kind: 'equity_investment'
		},
		deal('rumour', 1, { value: { central: 50e9 }, firmness: 'rumoured' })
	],
	organisations: [],
	projections: [],
	indicators: [],
	capex: [],
	guidance: [],
	fundamentals: [],
	coverage: [],
	terms: []
};

const PROJECTION: Projection = {
	slug: 'p',
	author: 'a',
	institution: 'i',
	title: 't',
	published: '2025-06-01',
	scope: 'us',
	covers: 'all',
	window: { start: '2026-01-01', end: '2027-12-31' },
	target: { central: 500e9 },
	comparable: 'deals',
	sources: []
};

const AS_OF = '2025-12-31';
const DAYS = stepEnds('2025-01-01', '2028-12-31', 'quarter');
const book = compile(RECORDS);
const planned = (question: Question, projection?: Projection, more: Partial<ScenarioAsked> = {}, of = book) =>
	planScenario(of, { question, asOf: AS_OF, days: DAYS, seed: 7, runs: 200, newDeals: true, projection, ...more });
const input = (...asked: Parameters<typeof planned>) => planned(...asked).input();

describe('planScenario', () => {
	it('leaves open only what kept deals still owe, and keeps what had been paid of a cancelled one', () => {
		const { due, deals } = input(DEFAULT_QUESTION);
		expect(deals.map((each) => each.slug).sort()).toEqual(['later', 'place-not-known', 'running']);
		expect(due.at(-1)).toBeCloseTo(365e9 + 100e9, 0);
		expect(deals.find((each) => each.slug === 'running')!.left).toBeCloseTo(365e9, 0);
		expect(planned(DEFAULT_QUESTION).openDeals).toBe(3);
	});

	it('never draws what awaits its completion, nor what is called off', () => {
		const slugs = input({ ...DEFAULT_QUESTION, layers: [...LAYERS], firmness: 'rumoured' }).deals.map(
			(each) => each.slug
		);
		expect(slugs).toContain('rumour');
		expect(slugs).not.toContain('stake');
		expect(slugs).not.toContain('off');
	});

	it('is the due curve where everything falls due, in either shape', () => {
		for (const shape of SPEND_SHAPES) {
			const question = { ...DEFAULT_QUESTION, shape };
			const { full } = simulate(input(question));
			const due = dueCurve(book, question, AS_OF);
			for (const [step, day] of DAYS.entries()) expect(full[step]).toBeCloseTo(due.total(day), 0);
		}
	});

	it("counts towards a target in the projection's scope, whatever the question's", () => {
		const scenario = input({ ...DEFAULT_QUESTION, scope: 'global' }, PROJECTION);
		expect(scenario.target).toEqual({ amount: 500e9, due: 0 });
		const left = Object.fromEntries(scenario.deals.map((each) => [each.slug, Math.round(each.leftInScope)]));
		expect(left).toEqual({ later: 182.5e9, 'place-not-known': 0, running: 365e9 });
		const contracted = compare(book, DEFAULT_QUESTION, AS_OF, PROJECTION).contracted_usd;
		expect(simulate(scenario).window!.full).toBeCloseTo(contracted, 0);
	});

	it('gives no chance for a window that has closed', () => {
		const past = { ...PROJECTION, window: { start: '2025-01-01', end: '2025-12-31' }, target: { central: 300e9 } };
		const scenario = input(DEFAULT_QUESTION, past);
		expect(scenario.target!.due).toBeCloseTo(465e9, 0);
		const { window } = simulate(scenario);
		expect(window).toMatchObject({ p10: scenario.target!.due, p90: scenario.target!.due });
		expect(window).not.toHaveProperty('chance');
	});

	it('signs new contracts over the median term of those that stand, and none where it is told so', () => {
		const { newContracts } = input(DEFAULT_QUESTION);
		// Terms of 365, 365 and 730 days.
		expect(newContracts).toMatchObject({ termDays: 365, monthEnds: { length: 35 } });
		expect(newContracts!.additions).toHaveLength(24);
		expect(newContracts!.additions.reduce((sum, each) => sum + each, 0)).toBe(730e9 + 365e9 + 100e9 + 730e9);
		expect(input(DEFAULT_QUESTION, undefined, { newDeals: false }).newContracts).toBeUndefined();
	});

	it('takes in a rumour, as one, where the question asks for rumours', () => {
		const { deals } = input({ ...DEFAULT_QUESTION, firmness: 'rumoured' });
		expect(deals.find((each) => each.slug === 'rumour')).toMatchObject({ firmness: 'rumoured' });
	});

	it('simulates any question to any ledger: in full it is what is due, and contracted in the window', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (records, question, asOf, projection) => {
				const random = compile(records);
				const near = (dollars: number, other: number) => Math.abs(dollars - other) <= 1 + 1e-9 * other;
				const { full, window } = simulate(input(question, projection, { asOf, runs: 3 }, random));
				const due = dueCurve(random, question, asOf);
				expect(DAYS.filter((day, step) => !near(full[step]!, due.total(day)))).toEqual([]);
				const { contracted_usd } = compare(random, question, asOf, projection);
				expect(near(window!.full, contracted_usd), `${window!.full} and ${contracted_usd}`).toBe(true);
			})
		);
	});
});
