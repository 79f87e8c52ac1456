import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger, someProjection, someQuestion } from '../../../../tests/support/arbitrary';
import { compile } from '../book';
import { compare } from '../compare';
import { stepEnds } from '$lib/records/day';
import { DEFAULT_QUESTION, type Question } from '../question';
import { dueCurve } from '../due';
import type { Deal, DealEvent, Projection, Records } from '$lib/records';
import { scenarioOf } from './question';
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
		deal('rumour', 1, { value: { central: 50e9 }, firmness: 'rumoured' })
	],
	organisations: [],
	projections: [],
	indicators: [],
	capex: [],
	guidance: [],
	fundamentals: [],
	coverage: []
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
const input = (question: Question, projection?: Projection) =>
	scenarioOf(book, question, AS_OF, DAYS, { seed: 7, runs: 200 }, projection);

describe('scenarioOf', () => {
	it('leaves open only what kept deals still owe, and keeps what had been paid of a cancelled one', () => {
		const { spent, deals } = input(DEFAULT_QUESTION);
		expect(deals.map((each) => each.slug)).toEqual(['later', 'place-not-known', 'running']);
		expect(spent.at(-1)).toBeCloseTo(365e9 + 100e9, 0);
		expect(deals.find((each) => each.slug === 'running')!.remaining.at(-1)).toBeCloseTo(365e9, 0);
		expect(deals.every((each) => each.remaining[3] === 0)).toBe(true);
	});

	it('is the due curve where everything falls due', () => {
		const { full } = simulate(input(DEFAULT_QUESTION));
		const due = dueCurve(book, DEFAULT_QUESTION, AS_OF);
		for (const [step, day] of DAYS.entries()) expect(full[step]).toBeCloseTo(due.total(day), 0);
	});

	it("counts towards a target in the projection's scope, whatever the question's", () => {
		const { deals, target } = input({ ...DEFAULT_QUESTION, scope: 'global' }, PROJECTION);
		expect(target).toEqual({ amount: 500e9, spent: 0 });
		const inWindow = Object.fromEntries(deals.map((each) => [each.slug, Math.round(each.inWindow)]));
		expect(inWindow).toEqual({ later: 182.5e9, 'place-not-known': 0, running: 365e9 });
		const contracted = compare(book, DEFAULT_QUESTION, AS_OF, PROJECTION).contracted_usd;
		expect(deals.reduce((sum, each) => sum + each.inWindow, target!.spent)).toBeCloseTo(contracted, 0);
	});

	it('puts what the window has seen so far beyond chance', () => {
		const past = { ...PROJECTION, window: { start: '2025-01-01', end: '2025-12-31' }, target: { central: 300e9 } };
		const scenario = input(DEFAULT_QUESTION, past);
		expect(scenario.target!.spent).toBeCloseTo(465e9, 0);
		expect(simulate(scenario).window).toMatchObject({ chance: 1, p10: scenario.target!.spent });
	});

	it('takes in a rumour, as one, where the question asks for rumours', () => {
		const { deals } = input({ ...DEFAULT_QUESTION, firmness: 'rumoured' });
		expect(deals.find((each) => each.slug === 'rumour')).toMatchObject({ firmness: 'rumoured' });
	});

	it('simulates any question to any ledger: in full it is what is due, and contracted in the window', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (records, question, asOf, projection) => {
				const random = compile(records);
				const scenario = scenarioOf(random, question, asOf, DAYS, { seed: 1, runs: 3 }, projection);
				const near = (dollars: number, other: number) => Math.abs(dollars - other) <= 1 + 1e-9 * other;
				const { full } = simulate(scenario);
				const due = dueCurve(random, question, asOf);
				expect(DAYS.filter((day, step) => !near(full[step]!, due.total(day)))).toEqual([]);
				const owed = scenario.deals.reduce((sum, each) => sum + each.inWindow, scenario.target!.spent);
				const { contracted_usd } = compare(random, question, asOf, projection);
				expect(near(owed, contracted_usd), `${owed} and ${contracted_usd}`).toBe(true);
			})
		);
	});
});
