import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger, someQuestion } from '../../../tests/support/arbitrary';
import { capexOf, deal, happened, party, records } from '../../../tests/support/small';
import { compile } from './book';
import { partyOf } from './parties';
import { DEFAULT_QUESTION } from './question';
import { partyRanking } from './ranking';
import { dueCurve } from './due';
import { Sweep } from './sweep';

const AS_OF = '2026-06-30';
const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);

const book = compile(
	records({
		organisations: [
			party('lab', 'ai_lab'),
			party('cloud', 'hyperscaler', {
				stakes: [
					{ in: 'lab', since: '2026-05' },
					{ in: 'lab', since: '2026-07-01' }
				]
			}),
			party('landlords', 'other', { stand_in: true })
		],
		deals: [
			deal({ slug: 'rent' }, '2025-12-31', 730, { term: { start: '2026-01-01', end: '2027-12-31' } }),
			deal({ slug: 'shared', payers: ['lab', 'shop'], kind: 'lease', payees: ['landlords'] }, '2025-12-31', 365, {
				term: { start: '2026-01-01', end: '2026-12-31' }
			}),
			deal({
				slug: 'gone',
				events: [
					happened('2025-12-31', { value: { central: 365 }, term: { start: '2026-01-01', end: '2026-12-31' } }),
					happened('2026-02-01', { type: 'cancelled', paid: 31 })
				]
			})
		],
		capex: capexOf('cloud', 2025, [1, 2, 3, 4])
	})
);

describe('partyOf', () => {
	const lab = partyOf(book, DEFAULT_QUESTION, AS_OF, 'lab');

	it('gives commitments by layer and year, with what a cancelled deal left', () => {
		expect(lab.payer.amount_usd).toBe(730 + 183);
		expect(lab.payer.layers).toEqual([
			{
				layer: 'demand',
				amount_usd: 730,
				kept_usd: 31,
				years: [
					{ year: 2026, amount_usd: 396 },
					{ year: 2027, amount_usd: 365 }
				]
			},
			{ layer: 'infrastructure', amount_usd: 183, kept_usd: 0, years: [{ year: 2026, amount_usd: 183 }] }
		]);
		expect(
			lab.payer.deals.map(({ slug, amount_usd, kept_usd, parties }) => [slug, amount_usd, kept_usd, parties])
		).toEqual([
			['gone', 0, 31, 1],
			['rent', 730, 0, 1],
			['shared', 183, 0, 2]
		]);
		expect(lab.payee).toMatchObject({ amount_usd: 0, layers: [], deals: [], concentration: null });
	});

	it('names counterparties and keeps stand-ins out of the squares', () => {
		expect(lab.payer.counterparties.map(({ slug, amount_usd, stand_in }) => [slug, amount_usd, stand_in])).toEqual([
			['cloud', 730, false],
			['landlords', 183, true]
		]);
		expect(lab.payer.concentration).toBeCloseTo(10_000 * (730 / 913) ** 2, 9);
	});

	it('says what falls due from tomorrow on, to the dollar', () => {
		expect(lab.due.map((due) => due.date)).toEqual([
			'2026-09-30',
			'2026-12-31',
			'2027-03-31',
			'2027-06-30',
			'2027-09-30',
			'2027-12-31'
		]);
		expect(sum(lab.due.map((due) => due.pays_usd))).toBe(184 + 365 + 92);
		expect(sum(lab.due.map((due) => due.receives_usd))).toBe(0);
	});

	it('knows the stakes of its day, both ways, and reported spending', () => {
		expect(lab.held_by).toEqual([{ holder: 'cloud', stake: { in: 'lab', since: '2026-05' } }]);
		const cloud = partyOf(book, DEFAULT_QUESTION, AS_OF, 'cloud');
		expect(cloud.holds).toHaveLength(1);
		expect(cloud.capex[0]!.quarters.at(-1)!.trailing_usd).toBe(10);
		expect(cloud.payee.counterparties.map(({ slug }) => slug)).toEqual(['lab']);
	});

	it('adds up on any ledger: payers to the total, years to the parts', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (ledger, question, day) => {
				const any = compile(ledger);
				const parties = [...new Set(ledger.deals.flatMap((each) => [...each.payers, ...each.payees]))].map((slug) =>
					partyOf(any, question, day, slug)
				);
				const counted = new Sweep(any, question, day).advance(day).counted;
				for (const role of ['payer', 'payee'] as const) {
					expect(sum(parties.map((each) => each[role].amount_usd))).toBe(counted);
					for (const { [role]: side } of parties) {
						for (const { years, amount_usd, kept_usd } of side.layers)
							expect(sum(years.map((each) => each.amount_usd))).toBeLessThanOrEqual(amount_usd + kept_usd + 1);
						expect(sum(side.counterparties.map((each) => each.amount_usd))).toBe(side.amount_usd - side.within_usd);
					}
				}
				const curve = dueCurve(any, question, day);
				const due = sum(parties.flatMap((each) => each.due.map((step) => step.pays_usd)));
				const left = curve.ceiling - curve.total(day);
				expect(Math.abs(due - left)).toBeLessThanOrEqual(20 + left * 1e-9);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('partyRanking', () => {
	it('puts the largest first and leaves out those that stand for others', () => {
		const ranking = partyRanking(book, DEFAULT_QUESTION, AS_OF);
		expect(
			ranking.map(({ organisation, payer_usd, payee_usd, deals }) => [organisation.slug, payer_usd, payee_usd, deals])
		).toEqual([
			['lab', 913, 0, 2],
			['cloud', 0, 730, 1]
		]);
	});
});
