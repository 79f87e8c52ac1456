import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger, someProjection, someQuestion } from '../../../tests/support/arbitrary';
import { deal, records } from '../../../tests/support/small';
import { compile } from './book';
import { compare } from './compare';
import { targetOf } from './window';
import type { Day } from '$lib/records/day';
import { DEFAULT_QUESTION, type Question } from './question';
import { dueCurve } from './due';
import type { Deal, Projection, Records } from '$lib/records';
import { sensitivityOfCounted, sensitivityOfCover } from './sensitivity';
import { Sweep } from './sweep';
import { treesOf } from './trees';

const AS_OF = '2026-06-30';
const WINDOW: Projection = {
	slug: 'guess',
	author: 'A bank',
	institution: 'A bank',
	title: 'A guess',
	published: '2025-01-01',
	scope: 'us',
	covers: 'All of it.',
	window: { start: '2026-01-01', end: '2027-12-31' },
	target: { central: 1000 },
	comparable: 'deals',
	sources: []
};

const LEDGER = records({
	deals: [
		deal({ slug: 'campus', kind: 'programme', us_share: 1 }, '2025-12-31', 500, {
			term: { start: '2026-01-01', end: '2027-12-31' }
		}),
		deal({ slug: 'rent', part_of: 'campus', us_share: 1 }, '2025-12-31', 300, {
			value: { low: 100, high: 400 },
			term: { start: '2026-01-01', end: '2029-12-31' }
		}),
		deal({ slug: 'plan', us_share: 0 }, '2025-12-31', 900, { firmness: 'letter_of_intent' }),
		deal({ slug: 'somewhere' }, '2025-12-31', 60),
		deal({ slug: 'loan', kind: 'debt_financing', us_share: 1 }, '2025-12-31', 40)
	]
});

describe('sensitivityOfCounted', () => {
	const found = sensitivityOfCounted(compile(LEDGER), DEFAULT_QUESTION, AS_OF);

	it('names the assumptions that move the total most', () => {
		expect(found.value).toBe(560);
		expect(found.assumptions).toEqual([
			{
				key: 'firmness',
				otherwise: [
					{ instead: 'letter_of_intent', value: 1460, change: 900 },
					{ instead: 'definitive', value: 0, change: -560 }
				]
			},
			{
				key: 'layers',
				otherwise: [
					{ instead: 'without_infrastructure', value: 310, change: -250 },
					{ instead: 'without_demand', value: 500, change: -60 },
					{ instead: 'with_funding', value: 600, change: 40 }
				]
			},
			{ key: 'part_of', otherwise: [{ instead: 'unlinked', value: 810, change: 250 }] }
		]);
	});

	it('names the deals that it hangs on: a deal inside a bigger one is not missed', () => {
		expect(found.deals).toEqual([
			{ slug: 'campus', value: 310, change: -250 },
			{ slug: 'somewhere', value: 500, change: -60 }
		]);
	});
});

describe('sensitivityOfCover', () => {
	const found = sensitivityOfCover(compile(LEDGER), DEFAULT_QUESTION, AS_OF, WINDOW)!;

	it('keeps the projection’s scope and varies what is not known in it', () => {
		// 250 of the campus by itself fall due in the window, and half of the rent inside it.
		expect(found.value).toBeCloseTo(0.375, 3);
		const keys = sensitivityOfCover(
			compile(LEDGER),
			{ ...DEFAULT_QUESTION, scope: 'global' },
			AS_OF,
			WINDOW
		)!.assumptions;
		expect(keys).toEqual(found.assumptions);
		expect(found.assumptions.map(({ key }) => key).sort()).toEqual(['firmness', 'layers', 'part_of', 'shape']);
		expect(found.deals.map(({ slug }) => slug)).toEqual(['campus', 'rent']);
		// Without the rent, all 500 of the campus are its own and fall due in the window.
		expect(found.deals[1]!.value).toBeCloseTo(0.5, 9);
	});

	it('has nothing to say of a target of 0', () => {
		expect(sensitivityOfCover(compile(LEDGER), DEFAULT_QUESTION, AS_OF, { ...WINDOW, target: {} })).toBeNull();
	});
});

/** The whole ledger again without one deal. */
function leaveOut(ledger: Records, gone: Deal): Records {
	const deals = ledger.deals
		.filter((each) => each !== gone)
		.map((each) => (each.part_of === gone.slug ? { ...each, part_of: gone.part_of } : each));
	return { ...ledger, deals };
}

function sizes(of: (ledger: Records) => number, ledger: Records): number[] {
	const whole = of(ledger);
	return ledger.deals.map((each) => Math.abs(of(leaveOut(ledger, each)) - whole)).sort((a, b) => b - a);
}

describe('leaving one deal out', () => {
	it('moves the counted total as counting all again does', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (ledger: Records, question: Question, day: Day) => {
				const of = (each: Records) => new Sweep(compile(each), question, day).advance(day).counted;
				const { deals } = sensitivityOfCounted(compile(ledger), question, day);
				expect(deals.map(({ change }) => Math.abs(change))).toEqual(sizes(of, ledger).filter((size) => size > 0));
			}),
			{ numRuns: 60 }
		);
	});

	it('moves cover as comparing all again does, to the dollar', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (ledger, question, day, projection) => {
				const of = (each: Records) => compare(compile(each), question, day, projection).contracted_usd;
				const target = targetOf(projection);
				const found = sensitivityOfCover(compile(ledger), question, day, projection);
				const expected = sizes(of, ledger);
				const allowed = 1 + 1e-12 * dueCurve(compile(ledger), question, day).ceiling;
				for (const [i, { change }] of (found?.deals ?? []).entries())
					expect(Math.abs(Math.abs(change * target) - expected[i]!)).toBeLessThanOrEqual(allowed);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('treesOf', () => {
	it('parts a book so that no deal contains one of another tree', () => {
		const trees = treesOf(compile(LEDGER)).map((tree) =>
			tree.map((index) => compile(LEDGER).entries[index]!.deal.slug)
		);
		expect(trees).toEqual([['campus', 'rent'], ['loan'], ['plan'], ['somewhere']]);
	});
});
