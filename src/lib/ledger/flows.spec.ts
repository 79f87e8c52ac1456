import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger, someQuestion } from '../../../tests/support/arbitrary';
import { deal, party, records } from '../../../tests/support/small';
import { compile } from './book';
import {
	circulation,
	circulationRings,
	flowEdges,
	moneyLoops,
	pairsOf,
	restsOnEqualSplit,
	stakesAgainst
} from './flows';
import { DEFAULT_QUESTION, type Question } from './question';
import { Sweep } from './sweep';
import { LAYERS } from '$lib/records/vocabularies';

const ALL: Question = { ...DEFAULT_QUESTION, layers: [...LAYERS] };
const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);

describe('pairsOf', () => {
	it('shares equally among payers, and each part among payees, to the dollar', () => {
		const shared = deal({ slug: 'a', payers: ['y', 'x'], payees: ['q', 'p', 'r'] });
		expect(pairsOf(shared, 10).map(({ from, to, amount }) => `${from}${to}${amount}`)).toEqual([
			'xp2',
			'xq2',
			'xr1',
			'yp2',
			'yq2',
			'yr1'
		]);
	});

	it('shares as the record says, in the order of its parties', () => {
		const shares = { payers: [0.29, '0.71'], payees: ['0.5', '0.3', '0.2'] };
		const shared = deal({ slug: 'a', payers: ['y', 'x'], payees: ['q', 'p', 'r'], shares });
		expect(pairsOf(shared, 10).map(({ from, to, amount }) => `${from}${to}${amount}`)).toEqual([
			'xp2',
			'xq4',
			'xr1',
			'yp1',
			'yq1',
			'yr1'
		]);
		expect(restsOnEqualSplit(shared)).toBe(false);
		expect(restsOnEqualSplit({ ...shared, shares: { payers: shares.payers } })).toBe(true);
	});
});

describe('flowEdges', () => {
	// Money runs lab → cloud → chips → lab, and the lab also pays a landlord that nobody names.
	const book = compile(
		records({
			organisations: [
				party('lab', 'ai_lab', { stakes: [{ in: 'chips', since: '2025-02-01' }] }),
				party('cloud', 'hyperscaler', { stakes: [{ in: 'lab', since: '2025-05' }] }),
				party('chips', 'chipmaker', { stakes: [{ in: 'cloud', since: '2025-07-01' }] }),
				party('landlords', 'other', { stand_in: true })
			],
			deals: [
				deal({ slug: 'rent', payers: ['lab'], payees: ['cloud'] }, '2025-01-01', 100),
				deal({ slug: 'more-rent', payers: ['lab'], payees: ['cloud'] }, '2025-01-01', 20),
				deal({ slug: 'gear', kind: 'chip_purchase', payers: ['cloud'], payees: ['chips'] }, '2025-01-01', 60),
				deal({ slug: 'stake', kind: 'equity_investment', payers: ['chips'], payees: ['lab'] }, '2025-01-01', 40),
				deal({ slug: 'hall', kind: 'lease', payers: ['lab'], payees: ['landlords'] }, '2025-01-01', 50),
				deal({ slug: 'back', kind: 'lease', payers: ['landlords'], payees: ['lab'] }, '2025-01-01', 50),
				deal({ slug: 'both', kind: 'joint_venture', payers: ['lab', 'cloud'], payees: ['cloud'] }, '2025-01-01', 10)
			]
		})
	);
	const flows = flowEdges(book, ALL, '2025-06-30');

	it('adds deals between the same two in one layer together, and leaves a party’s own part with it', () => {
		expect(flows.within_usd).toBe(5);
		expect(flows.capacity_usd).toBe(325);
		expect(flows.edges.find((edge) => edge.to === 'cloud' && edge.layer === 'demand')).toEqual({
			from: 'lab',
			to: 'cloud',
			layer: 'demand',
			amount_usd: 120,
			obligations_usd: 120,
			equal_split: false,
			deals: ['more-rent', 'rent'],
			adding: ['more-rent', 'rent'],
			stand_in: false
		});
		expect(flows.edges.filter((edge) => edge.stand_in)).toHaveLength(2);
	});

	it('says what two parties owe each other by contract, not netted of what lies inside', () => {
		const inside = [
			deal({ slug: 'big', kind: 'lease' }, '2025-01-01', 100),
			deal(
				{ slug: 'all-of-it', kind: 'lease', part_of: 'big', payers: ['cloud'], payees: ['chips', 'lab'] },
				'2025-01-01',
				100
			)
		];
		const { edges, capacity_usd } = flowEdges(compile(records({ deals: inside })), ALL, '2025-06-30');
		expect(capacity_usd).toBe(100);
		expect(edges.map((edge) => [edge.from, edge.to, edge.amount_usd, edge.obligations_usd, edge.equal_split])).toEqual([
			['cloud', 'chips', 50, 50, true],
			['cloud', 'lab', 50, 50, true],
			['lab', 'cloud', 0, 100, false]
		]);
		const circling = flowEdges(compile(records({ deals: inside })), ALL, '2025-06-30');
		expect(moneyLoops(circling).loops).toEqual([]);
	});

	it('lets no money run in a circle through those that nobody names', () => {
		const found = circulation(flows);
		expect(found).toMatchObject({ circulating_usd: 120, capacity_usd: 325, share: 120 / 325 });
		expect(sum(found.flows)).toBe(120);
		const ring = { organisations: ['lab', 'cloud', 'chips'], amount_usd: 40 };
		expect(circulationRings(flows)).toMatchObject([ring]);
		expect(moneyLoops(flows)).toEqual({
			complete: true,
			loops: [{ ...ring, deals: ['both', 'gear', 'more-rent', 'rent', 'stake'] }]
		});
	});

	it('names the owners that are paid by what they own', () => {
		const [lab, cloud, ...more] = stakesAgainst(book, flows, '2025-06-30');
		expect(lab).toMatchObject({
			holder: 'cloud',
			stake: { in: 'lab' },
			paid_usd: 125,
			deals: ['both', 'more-rent', 'rent']
		});
		expect(cloud).toMatchObject({ holder: 'lab', stake: { in: 'chips' }, paid_usd: 40, deals: ['stake'] });
		expect(more).toEqual([]);
	});

	it('has no share where there is no money', () => {
		expect(circulation(flowEdges(book, ALL, '2024-12-31'))).toMatchObject({ circulating_usd: 0, share: null });
	});

	it('holds the counted total to the dollar, on any ledger', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (ledger, question, day) => {
				const any = compile(ledger);
				const { edges, capacity_usd, within_usd } = flowEdges(any, question, day);
				expect(sum(edges.map((edge) => edge.amount_usd))).toBe(capacity_usd);
				expect(capacity_usd + within_usd).toBe(new Sweep(any, question, day).advance(day).counted);
				expect(edges.every((edge) => edge.from !== edge.to && edge.amount_usd + edge.obligations_usd > 0)).toBe(true);
			})
		);
	});

	it('never lets more come back than there is', () => {
		fc.assert(
			fc.property(someLedger, someDay, (ledger, day) => {
				const any = flowEdges(compile(ledger), ALL, day);
				const { circulating_usd, flows: carried } = circulation(any);
				expect(circulating_usd).toBe(sum(carried));
				expect(any.edges.every((edge, i) => carried[i]! <= edge.amount_usd)).toBe(true);
				const rings = circulationRings(any);
				expect(sum(rings.map((ring) => ring.amount_usd * ring.organisations.length))).toBe(circulating_usd);
			}),
			{ numRuns: 40 }
		);
	});
});
