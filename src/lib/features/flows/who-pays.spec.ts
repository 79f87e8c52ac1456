import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { deal, party, records } from '../../../../tests/support/small';
import type { AnswerOf } from '$lib/features';
import { ask } from '$lib/features/ask';
import type { PageName } from '$lib/features';
import { circulationOf, flows } from './answer';
import { organisations } from '$lib/features/organisations/answer';
import { recordsIn } from '../../../../tests/support/reference';

const reference = compile(recordsIn());

/** The lab rents from the cloud, the cloud buys chips, the chipmaker buys into the lab and lends to it. */
const small = compile(
	records({
		organisations: [
			party('lab', 'ai_lab', { name: 'Zürich Lab', aliases: ['ZL'], ticker: 'ZLAB' }),
			party('cloud', 'hyperscaler'),
			party('chips', 'chipmaker', { stakes: [{ in: 'lab', since: '2025-03' }] }),
			party('landlords', 'other', { stand_in: true })
		],
		deals: [
			deal({ slug: 'rent', payers: ['lab'], payees: ['cloud'] }, '2025-01-01', 120),
			deal({ slug: 'gpus', kind: 'chip_purchase', payers: ['cloud'], payees: ['chips'] }, '2025-01-01', 50),
			deal({ slug: 'own-gpus', kind: 'chip_purchase', payers: ['lab'], payees: ['chips'] }, '2025-01-01', 10),
			deal({ slug: 'stake', kind: 'equity_investment', payers: ['chips'], payees: ['lab'] }, '2025-01-01', 40),
			deal({ slug: 'loan', kind: 'debt_financing', payers: ['chips'], payees: ['lab'] }, '2025-01-01', 20),
			deal({ slug: 'site', kind: 'lease', payers: ['lab'], payees: ['landlords'] }, '2025-01-01', 30)
		]
	})
);

async function answer<N extends PageName>(name: N, book = small, query = '', slug = ''): Promise<AnswerOf<N>> {
	const asked = await ask(name, book, new URLSearchParams(query), '2026-11-23', slug);
	if (asked.status !== 200) throw new Error(JSON.stringify(asked));
	return asked.answer;
}

async function viewOf(name: PageName, query = '') {
	const asked = await ask(name, small, new URLSearchParams(query), '2026-11-23');
	if (asked.status !== 200) throw new Error(JSON.stringify(asked));
	return asked.view;
}

describe('flows', () => {
	it('asks for all layers by default, and draws every dollar by what it pays for', async () => {
		const page = await answer('flows');
		expect(page.capacity_usd).toBe(270);
		expect(Object.fromEntries(page.kinds.map((each) => [each.kind, each.amount_usd]))).toEqual({
			debt: 20,
			equity: 40,
			cloud: 150,
			chips: 60
		});
	});

	it('tells a ring from the funder on, and what it closes at', async () => {
		const page = await answer('flows');
		expect(page.rings.map((each) => [each.amount_usd, each.hops.map((hop) => hop.from).join(' ')])).toEqual([
			[50, 'chips lab cloud'],
			[10, 'chips lab']
		]);
		const [long] = page.rings;
		expect(long!.hops.map((hop) => [hop.kind, hop.amount_usd, hop.kinds.length])).toEqual([
			['equity', 60, 2],
			['cloud', 120, 1],
			['chips', 50, 1]
		]);
		expect(long!.closes_at).toBeCloseTo(5 / 6);
		expect(page.circulating_usd).toBe(50 * 3 + 10 * 2);
	});

	it('counts what is paid to an owner, and not what the owner pays', async () => {
		const page = await answer('flows');
		expect(page.stakes).toMatchObject([{ holder: 'chips', company: 'lab', paid_usd: 10, deals: ['own-gpus'] }]);
		expect(page.stakes_usd).toBe(10);
		expect((await answer('flows', small, 'as_of=2025-03-30')).stakes).toEqual([]);
	});

	it('publishes edges, rings and loops that add up', async () => {
		const view = await viewOf('flows');
		const rows = flows(small, view);
		expect(rows.reduce((sum, row) => sum + row.amount_usd, 0)).toBe(270);
		const { rings, circulating_usd } = circulationOf(small, view);
		expect(rings.reduce((sum, ring) => sum + ring.amount_usd * ring.organisations.length, 0)).toBe(circulating_usd);
		const page = await answer('loops', small, 'per_page=1&page=2');
		expect(page).toMatchObject({ count: 2, complete: true });
		expect(page.loops).toHaveLength(1);
	});
});

describe('organisations', () => {
	it('ranks by both sides together, stand-ins last and without a rank', async () => {
		const rows = organisations(small, await viewOf('organisations'));
		expect(rows.map((row) => [row.slug, row.payer_usd, row.payee_usd, row.deals])).toEqual([
			['lab', 160, 60, 5],
			['cloud', 50, 120, 2],
			['chips', 60, 60, 4],
			['landlords', null, null, null]
		]);
	});

	it.each([
		['q=zurich', ['lab']],
		['q=ZL+lab', ['lab']],
		['q=zlab', ['lab']],
		['q=cl', ['cloud']],
		['q=rent', []],
		['sort=name', ['chips', 'cloud', 'lab']],
		['sort=-received', ['cloud', 'lab', 'chips']]
	])('finds and sorts: %s', async (query, slugs) => {
		expect((await answer('organisations', small, query)).rows.map((row) => row.slug)).toEqual(slugs);
	});

	it('keeps amounts as they are while it searches', async () => {
		const [found] = (await answer('organisations', small, 'q=zurich')).rows;
		expect(found).toMatchObject({ payer_usd: 160, deals: 5 });
	});

	it('gives one organisation commitments by year that add up, and near matches for a wrong name', async () => {
		for (const { slug } of reference.records.organisations) {
			const { party, commitments, deals } = await answer('organisation', reference, '', slug);
			const awaited = new Set(deals.filter((row) => row.awaiting_completion).map((row) => row.slug));
			for (const role of ['payer', 'payee'] as const) {
				const years = commitments.filter((row) => row.role === role).reduce((sum, row) => sum + row.amount_usd, 0);
				const kept = party[role].layers.reduce((sum, layer) => sum + layer.kept_usd, 0);
				const awaiting = party[role].deals.filter((each) => awaited.has(each.slug));
				const never = awaiting.reduce((sum, each) => sum + each.amount_usd, 0);
				expect(Math.abs(party[role].amount_usd + kept - never - years), slug).toBeLessThanOrEqual(1);
			}
		}
		expect(await ask('organisation', small, new URLSearchParams(), '2026-11-23', 'clowd')).toMatchObject({
			status: 404,
			near: [{ href: '/organisations/cloud' }]
		});
	});
});
