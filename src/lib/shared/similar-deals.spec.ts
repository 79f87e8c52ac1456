import { expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import type { Deal } from '$lib/records';
import { similarDeals } from './similar-deals';

const rated = (slug: string, more: Partial<Deal>, usd = 1e9): Deal => ({
	slug,
	title: slug,
	summary: 'A deal.',
	kind: 'lease',
	payers: ['a'],
	payees: ['b'],
	events: [{ on: '2025-01-01', type: 'announced', value: { central: usd }, note: 'Said.', sources: ['s'] }],
	ratings: [{ on: '2025-01-01', terminator: 1, idiocracy: 2, rationale: 'Because.', by: 'editorial' }],
	sources: [{ key: 's', url: null, publisher: 'P', title: null, published: null }],
	...more
});

const records = {
	organisations: [],
	projections: [],
	indicators: [],
	capex: [],
	guidance: [],
	fundamentals: [],
	coverage: [],
	terms: []
};
const slugs = (deals: Deal[], sketch: Partial<Parameters<typeof similarDeals>[1]>, day = '2026-01-01') =>
	similarDeals(compile({ ...records, deals }), { parties: [], headline_usd: 0, ...sketch }, day).map(
		({ slug }) => slug
	);

it('the same kind comes before the same layer, before shared parties, before size', () => {
	const deals = [
		rated('by-kind', {}, 1e15),
		rated('by-layer', { kind: 'programme' }, 1e15),
		rated('by-size', { kind: 'chip_purchase', payers: ['x'], payees: ['y'] }),
		rated('by-party', { kind: 'debt_financing', payers: ['x'], payees: ['p', 'q'] }, 1e15),
		rated('by-nothing', { kind: 'debt_financing', payers: ['x'], payees: ['y'] }, 1e15)
	];
	expect(slugs(deals, { kind: 'lease', parties: ['p', 'q'], headline_usd: 1e9 })).toEqual([
		'by-kind',
		'by-party',
		'by-size',
		'by-layer'
	]);
});

it('a factor of ten costs a point of size, and equals stand by name', () => {
	const deals = [rated('c', {}, 9.9e9), rated('b', {}, 11e9), rated('a', {}, 2e9)];
	expect(slugs(deals, { kind: 'lease', headline_usd: 1e9 })).toEqual(['a', 'c', 'b']);
});

it('leaves out the deal itself, what has no reading and what is not known yet; at most five', () => {
	const deals = [
		rated('self', {}),
		rated('none', { ratings: [] }),
		...'abcdefg'.split('').map((name) => rated(name, {}))
	];
	expect(slugs(deals, { slug: 'self', kind: 'lease' })).toEqual(['a', 'b', 'c', 'd', 'e']);
	expect(slugs(deals, { kind: 'lease' }, '2024-01-01')).toEqual([]);
});
