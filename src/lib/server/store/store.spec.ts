import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deal } from '$lib/records';
import { openStore } from './open';
import type { Store } from './store';
import type { Change } from './sync';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';
const BY_ANN = { who: 'ann', why: 'seen in a filing', at: LATER };

let folder: string;
let path: string;
let store: Store;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-store-'));
	path = join(folder, 'ledger.db');
	store = openStore(path, { at: AT });
});

afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true });
});

function dealOf(slug: string, title = 'A deal'): Deal {
	return {
		slug,
		title,
		summary: 'Made up.',
		kind: 'lease',
		payers: ['alpha'],
		payees: ['beta'],
		events: [{ on: '2025-01', type: 'announced', value: { high: 5 }, note: 'x', sources: ['a'] }],
		ratings: [{ on: '2025', terminator: 1, idiocracy: 2, rationale: 'x', by: 'me' }],
		sources: [{ key: 'a', url: null, publisher: 'P', title: null, published: null, seen: false }]
	};
}

const ORGANISATIONS: Change[] = [
	{
		kind: 'organisations',
		key: 'alpha',
		record: { slug: 'alpha', name: 'Alpha', kind: 'other', stakes: [{ in: 'beta', since: '2024' }] }
	},
	{ kind: 'organisations', key: 'beta', record: { slug: 'beta', name: 'Beta', kind: 'other' } }
];

function put(deal: Deal): Change {
	return { kind: 'deals', key: deal.slug, record: deal };
}

const titles = (revision?: number) => store.readAll(revision).deals.map(({ slug, title }) => `${slug}: ${title}`);

describe('writing', () => {
	it('makes one revision of all changes and keeps every earlier state', () => {
		expect(store.revision()).toBe(0);
		expect(store.writeRevision([put(dealOf('a')), put(dealOf('b'))], BY_ANN)).toBe(1);
		expect(store.writeRevision([put(dealOf('a', 'Changed')), { kind: 'deals', key: 'b', record: null }], BY_ANN)).toBe(
			2
		);
		expect(store.writeRevision([put(dealOf('b', 'Back'))], BY_ANN)).toBe(3);
		expect([undefined, 3, 2, 1].map(titles)).toEqual([
			['a: Changed', 'b: Back'],
			['a: Changed', 'b: Back'],
			['a: Changed'],
			['a: A deal', 'b: A deal']
		]);
	});

	it('makes no revision of changes that change nothing, whatever the order of fields', () => {
		store.writeRevision([put(dealOf('a'))], BY_ANN);
		const turned = Object.fromEntries(Object.entries(dealOf('a')).reverse()) as unknown as Deal;
		expect(store.writeRevision([put(turned), { kind: 'deals', key: 'none', record: null }], BY_ANN)).toBe(1);
		expect(store.revision()).toBe(1);
	});

	it('notes who, why, when, before and after, and lets nobody rewrite it', () => {
		store.writeRevision([put(dealOf('a'))], BY_ANN);
		store.writeRevision([put(dealOf('a', 'Changed'))], { ...BY_ANN, who: 'bob' });
		const db = new Database(path);
		expect(db.prepare('select * from revision').all()).toEqual([
			{ id: 1, at: LATER, who: 'ann', why: 'seen in a filing' },
			{ id: 2, at: LATER, who: 'bob', why: 'seen in a filing' }
		]);
		expect(db.prepare("select before ->> 'title' as b, after ->> 'title' as a from change").all()).toEqual([
			{ b: null, a: 'A deal' },
			{ b: 'A deal', a: 'Changed' }
		]);
		for (const sql of [
			'delete from change',
			"update change set after = '{}'",
			'delete from revision',
			"update revision set who = ''"
		]) {
			expect(() => db.exec(sql), sql).toThrow('never');
		}
		db.close();
	});

	it('writes all or nothing', () => {
		const broken: Change[] = [put(dealOf('a')), { kind: 'deals', key: null as unknown as string, record: dealOf('b') }];
		expect(() => store.writeRevision(broken, BY_ANN)).toThrow();
		expect(store.revision()).toBe(0);
		expect(titles()).toEqual([]);
	});

	it('is seen by another connection at once', () => {
		const other = openStore(path, { at: AT, readonly: true });
		expect(other.revision()).toBe(0);
		store.writeRevision([put(dealOf('a'))], BY_ANN);
		expect(other.revision()).toBe(1);
		expect(other.readAll().deals).toHaveLength(1);
		expect(() => other.writeRevision([put(dealOf('b'))], BY_ANN)).toThrow('readonly');
		other.close();
	});
});

describe('the views', () => {
	it('show the records as tables to other programs', () => {
		store.writeRevision(
			[...ORGANISATIONS, put({ ...dealOf('a'), hardware: ['GB300'], workloads: ['training'] })],
			BY_ANN
		);
		const db = new Database(path, { readonly: true });
		const first = (view: string) => db.prepare(`select * from ${view}`).all()[0];
		expect(first('deal')).toMatchObject({
			slug: 'a',
			title: 'A deal',
			kind: 'lease',
			layer_override: null,
			hardware: '["GB300"]',
			workloads: '["training"]',
			revision: 1
		});
		expect(first('deal_event')).toMatchObject({
			deal: 'a',
			number: 1,
			happened_on: '2025-01',
			high_usd: 5,
			term_start: null
		});
		expect(first('deal_rating')).toMatchObject({ deal: 'a', rated_on: '2025', terminator: 1, idiocracy: 2 });
		expect(first('deal_party')).toEqual({ deal: 'a', role: 'payer', organisation: 'alpha' });
		expect(first('source')).toMatchObject({ kind: 'deals', slug: 'a', key: 'a', publisher: 'P', seen: 0 });
		expect(first('stake')).toMatchObject({ organisation: 'alpha', stake_in: 'beta', since: '2024' });
		for (const view of ['organisation', 'projection', 'capex', 'guidance', 'fundamental']) {
			expect(() => first(view), view).not.toThrow();
		}
		db.close();
	});
});

it('gives back what was put in, to the letter and the last digit, at every revision', () => {
	const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
	const deal = fc
		.record({
			slug: fc.constantFrom('a', 'b', 'c'),
			title: text,
			us_share: fc.double({ min: 0, max: 1, noNaN: true }),
			high: fc.integer({ min: 0, max: 9e15 }),
			on: fc.constantFrom('2025', '2025-02', '2025-02-28')
		})
		.map(({ slug, title, us_share, high, on }): Deal => {
			const base = dealOf(slug, title);
			return { ...base, us_share, events: base.events.map((event) => ({ ...event, on, value: { high } })) };
		});
	const batches = fc.array(fc.uniqueArray(deal, { selector: ({ slug }) => slug, maxLength: 3 }), { maxLength: 4 });
	let run = 0;
	fc.assert(
		fc.property(batches, (all) => {
			const fresh = openStore(join(folder, `run-${run++}.db`), { at: AT });
			const expected = new Map<number, Deal[]>();
			let standing = new Map<string, Deal>();
			for (const batch of all) {
				standing = new Map([...standing, ...batch.map((one) => [one.slug, one] as const)]);
				const revision = fresh.writeRevision(batch.map(put), BY_ANN);
				expected.set(
					revision,
					[...standing.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1))
				);
			}
			for (const [revision, deals] of expected) expect(fresh.readAll(revision).deals).toEqual(deals);
			fresh.close();
		}),
		{ numRuns: 25 }
	);
}, 0);
