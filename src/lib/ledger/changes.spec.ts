import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger, someQuestion } from '../../../tests/support/arbitrary';
import { deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
import { changesBetween, type Changes, type Figures } from './changes';
import { curves } from './curves';
import { DEFAULT_QUESTION } from './question';
import type { DealEvent } from '$lib/records';

const FIGURES: (keyof Figures)[] = ['headline_usd', 'counted_usd', 'due_usd'];
const term = { start: '2026-01-01', end: '2026-12-31' };

/** Headline, counted and due of each row that moves anything. */
function moved(changes: Changes) {
	return Object.fromEntries(
		changes.rows.map(({ slug, cause, ...row }) => [`${slug} ${cause}`, FIGURES.map((each) => row[each])])
	);
}

function between(events: DealEvent[], from = '2025-12-31', to = '2026-12-31') {
	return changesBetween(compile(records({ deals: [deal({ slug: 'rent', events })] })), DEFAULT_QUESTION, from, to);
}

const start = happened('2025-12-01', { value: { central: 365 }, term });

describe('changesBetween', () => {
	it('splits what is due into time that passed and what was learnt', () => {
		const cut = happened('2026-03-01', { type: 'scaled_back', value: { central: 73 } });
		expect(between([start], '2025-12-31', '2026-01-31')).toMatchObject({
			from: { headline_usd: 365, counted_usd: 365, due_usd: 0 },
			to: { headline_usd: 365, counted_usd: 365, due_usd: 31 },
			rows: [{ slug: 'rent', cause: 'time_passed', headline_usd: 0, counted_usd: 0, due_usd: 31 }]
		});
		expect(moved(between([start, cut]))).toEqual({
			'rent scaled_back': [0, -292, -292],
			'rent time_passed': [0, 0, 365]
		});
	});

	it.each([
		['new', [happened('2026-02-01', { value: { central: 365 }, term })], { 'rent new': [365, 365, 365] }],
		['new, undisclosed', [happened('2026-02-01')], { 'rent new': [0, 0, 0] }],
		[
			'expanded',
			[start, happened('2026-02-01', { type: 'expanded', value: { central: 730 } })],
			{ 'rent expanded': [365, 365, 365], 'rent time_passed': [0, 0, 365] }
		],
		[
			'firmer',
			[{ ...start, firmness: 'rumoured' as const }, happened('2026-02-01', { type: 'definitive' })],
			{ 'rent firmer': [0, 365, 365] }
		],
		[
			'less firm',
			[start, happened('2026-02-01', { type: 'clarified', firmness: 'letter_of_intent' })],
			{ 'rent less_firm': [0, -365, -365], 'rent time_passed': [0, 0, 365] }
		],
		[
			'cancelled, keeping what had been paid',
			[start, happened('2026-02-01', { type: 'cancelled', paid: 31 })],
			{ 'rent cancelled': [0, -365, -334], 'rent time_passed': [0, 0, 365] }
		],
		[
			'cancelled, and paid more than was known at first',
			[
				start,
				happened('2026-02-01', { type: 'cancelled', paid: 31 }),
				happened('2026-05-01', { type: 'clarified', paid: 40 })
			],
			{ 'rent cancelled': [0, -365, -325], 'rent time_passed': [0, 0, 365] }
		],
		[
			'rescheduled',
			[start, happened('2026-02-01', { type: 'amended', term: { start: '2027-01-01', end: '2027-12-31' } })],
			{ 'rent rescheduled': [0, 0, -365], 'rent time_passed': [0, 0, 365] }
		],
		['nothing but a note', [start, happened('2026-02-01', { type: 'clarified' })], { 'rent time_passed': [0, 0, 365] }]
	])('%s', (_, events, expected) => {
		expect(moved(between(events))).toEqual(expected);
	});

	it('gives what other assumed terms move the cause method, by the change that moved it', () => {
		const rent = deal({ slug: 'rent' }, '2025-01-01', 1095);
		const hall = deal({ slug: 'hall', kind: 'lease' }, '2025-01-01', 1095);
		const set = (from: string, years: number) => ({ from, years, by: 'editorial', reason: 'A guess.' });
		const terms = [
			{ slug: 'demand', terms: [set('2025-01-01', 3), set('2025-07-01', 1)] },
			{ slug: 'infrastructure', terms: [set('2025-01-01', 1), set('2025-07-01', 3)] }
		];
		const book = compile(records({ deals: [rent, hall], terms }));
		const changes = changesBetween(book, DEFAULT_QUESTION, '2025-01-31', '2025-12-31');
		expect(moved(changes)).toEqual({
			'rent method': [0, 0, 730],
			'hall method': [0, 0, -730],
			'rent time_passed': [0, 0, 334],
			'hall time_passed': [0, 0, 1002]
		});
		expect(changes.terms).toEqual([
			{ on: '2025-07-01', layer: 'demand', deals: 1, due_usd: 730 },
			{ on: '2025-07-01', layer: 'infrastructure', deals: 1, due_usd: -730 }
		]);
		expect(changesBetween(book, DEFAULT_QUESTION, '2025-07-01', '2025-12-31').terms).toEqual([]);
		expect(changesBetween(book, DEFAULT_QUESTION, '2025-01-31', '2025-06-30').terms).toEqual([]);
	});

	it('tells what a bigger deal loses to one inside it from what it gains by itself', () => {
		const campus = deal({
			slug: 'campus',
			events: [happened('2025-12-01', { value: { central: 100 } }), happened('2026-02-01', { value: { central: 120 } })]
		});
		const hall = deal({ slug: 'hall', part_of: 'campus' }, '2026-02-01', 50);
		const changes = changesBetween(
			compile(records({ deals: [campus, hall] })),
			DEFAULT_QUESTION,
			'2026-01-31',
			'2026-02-01'
		);
		expect(changes.rows.map(({ slug, cause, counted_usd }) => [slug, cause, counted_usd])).toEqual([
			['campus', 'restructured', -50],
			['hall', 'new', 50],
			['campus', 'expanded', 20]
		]);
		expect(changes.causes.map(({ cause, deals, counted_usd }) => [cause, deals, counted_usd])).toEqual([
			['new', 1, 50],
			['expanded', 1, 20],
			['restructured', 1, -50]
		]);
	});

	it('says so where the days are the wrong way round', () => {
		expect(() => between([start], '2026-02-02', '2026-02-01')).toThrow('From 2026-02-02 to 2026-02-01');
	});

	it('adds up to the dollar, for all three, on any ledger', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someDay, (ledger, question, a, b) => {
				const [from, to] = a <= b ? [a, b] : [b, a];
				const book = compile(ledger);
				const changes = changesBetween(book, question, from, to);
				for (const figure of FIGURES) {
					const sum = changes.rows.reduce((total, row) => total + row[figure], 0);
					expect(sum, figure).toBe(changes.to[figure] - changes.from[figure]);
					expect(changes.causes.reduce((total, row) => total + row[figure], 0)).toBe(sum);
				}
				const now = curves(book, question, to, [to]);
				expect(changes.to).toEqual({
					date: to,
					headline_usd: now.headline[0],
					counted_usd: now.counted[0],
					due_usd: Math.round(now.due[0]!)
				});
				if (Object.keys(question.filters).length > 0) return;
				const then = curves(book, question, from, [from]);
				expect(changes.from.counted_usd).toBe(then.counted[0]);
				expect(changes.from.due_usd).toBe(Math.round(then.due[0]!));
			}),
			{ numRuns: 200 }
		);
	});

	it('gives each cause only the figures that it can move, and the way it can', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someDay, (ledger, question, a, b) => {
				const [from, to] = a <= b ? [a, b] : [b, a];
				const { rows } = changesBetween(compile(ledger), question, from, to);
				for (const row of rows) {
					if (row.cause === 'time_passed') expect([row.headline_usd, row.counted_usd]).toEqual([0, 0]);
					if (row.cause === 'rescheduled') expect(row.counted_usd).toBe(0);
					if (row.cause === 'method') expect([row.headline_usd, row.counted_usd]).toEqual([0, 0]);
					if (row.cause === 'cancelled') expect(row.counted_usd).toBeLessThanOrEqual(0);
				}
			}),
			{ numRuns: 60 }
		);
	});
});
