import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deal, Organisation, Projection } from '$lib/records';
import { openStore } from '../store/open';
import type { Store } from '../store/store';
import type { Change } from '../store/sync';
import { someProjection } from '../../../../tests/support/arbitrary';
import { commit, sentencesOf, type CommitRefusal } from './commit';

const AT = '2026-11-22T10:00:00.000Z';
const BY_ANN = { who: 'ann', why: 'seen in a filing', at: AT };

let folder: string;
let store: Store;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-commit-'));
	store = openStore(join(folder, 'ledger.db'), { at: AT });
});

afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true });
});

const organisation = (slug: string): Change => {
	const record: Organisation = { slug, name: slug, kind: 'other' };
	return { kind: 'organisations', key: slug, record };
};
function deal(
	slug: string,
	{ payer = 'alpha', high = 5, part_of }: { payer?: string; high?: number; part_of?: string } = {}
) {
	const event = { on: '2025-01', type: 'announced' as const, value: { high }, note: 'x', sources: ['a'] };
	const rest = {
		title: slug,
		summary: 'Made up.',
		kind: 'lease' as const,
		payees: ['alpha'],
		events: [event],
		sources: []
	};
	const record: Deal = { slug, payers: [payer], ...rest, ...(part_of && { part_of }) };
	return { kind: 'deals' as const, key: slug, record };
}
function* streamOf(changes: readonly Change[]): Generator<Change> {
	yield* changes;
}
const ways: [string, (changes: readonly Change[]) => Iterable<Change>][] = [
	['a list', (changes) => changes],
	['a stream', streamOf]
];
const said = (done: { revision: number } | CommitRefusal) => ('refused' in done ? sentencesOf(done) : done.revision);

describe.each(ways)('%s', (_, as) => {
	it('becomes one revision, whose number comes back; what changes nothing becomes none', () => {
		expect(commit(store, as([organisation('alpha'), deal('a'), deal('b')]), BY_ANN)).toEqual({ revision: 1 });
		expect(store.history.revision(1)).toMatchObject({ who: 'ann', why: 'seen in a filing', at: AT, records: 3 });
		expect(commit(store, as([deal('a')]), BY_ANN)).toEqual({ revision: 1 });
		expect(commit(store, as([]), BY_ANN)).toEqual({ revision: 1 });
	});

	it('is refused whole where a record names one that there is not, and says which', () => {
		commit(store, [organisation('alpha')], BY_ANN);
		expect(said(commit(store, as([deal('a'), deal('b', { payer: 'omega' }), deal('c')]), BY_ANN))).toEqual([
			'deals b payers[0]: expected the slug of an organisation in organisations.yaml, got omega'
		]);
		expect([store.revision(), store.readAll().deals]).toEqual([1, []]);
	});

	it('may name what comes only later in it', () => {
		expect(commit(store, as([deal('a', { part_of: 'b' }), deal('b'), organisation('alpha')]), BY_ANN)).toEqual({
			revision: 1
		});
	});

	it('is refused where deals would be part of themselves, or all headlines too much', () => {
		commit(store, [organisation('alpha'), deal('a', { part_of: 'b' }), deal('b', { high: 8e15 })], BY_ANN);
		expect(said(commit(store, as([{ ...deal('b', { part_of: 'a' }) }]), BY_ANN))).toEqual([
			'deals a part_of: expected a deal that does not lead back to this one, got a → b → a'
		]);
		expect(said(commit(store, as([deal('c', { high: 2e15 })]), BY_ANN))).toEqual([
			'deals: expected headlines of all deals that add up to at most 9,000,000,000,000,000, got 10,000,000,000,000,005'
		]);
	});

	it('is not written where somebody wrote since it was worked out', () => {
		commit(store, [organisation('alpha')], BY_ANN);
		const late = { ...BY_ANN, expect: 0 };
		expect(commit(store, as([deal('a')]), late)).toEqual({ refused: 'overtaken' });
		expect(commit(store, as([deal('a')]), { ...BY_ANN, expect: 1 })).toEqual({ revision: 2 });
	});

	it('leaves standing what else the transaction around it wrote', () => {
		store.atomically(() => {
			commit(store, as([organisation('alpha')]), BY_ANN);
			expect(commit(store, as([deal('a', { payer: 'omega' })]), BY_ANN)).toHaveProperty('refused');
		});
		expect([store.revision(), store.readAll().organisations.length]).toEqual([1, 1]);
	});
});

it('takes records at hand for the ledger only where they are of its latest revision', () => {
	commit(store, [organisation('alpha')], BY_ANN);
	const known = { revision: 1, records: store.readAll() };
	commit(store, [{ kind: 'organisations', key: 'alpha', record: null }], BY_ANN);
	expect(commit(store, [deal('a')], { ...BY_ANN, known })).toHaveProperty('refused', 'misfit');
});

it('does not let a stream remove a record', () => {
	commit(store, [organisation('alpha')], BY_ANN);
	const removal: Change = { kind: 'organisations', key: 'alpha', record: null };
	expect(() => commit(store, streamOf([removal]), BY_ANN)).toThrow('it removes organisations alpha');
	expect(store.readAll().organisations).toHaveLength(1);
});

it('refuses of a stream what it refuses of a list, in the same sentences', () => {
	const slugs = ['deal-a', 'deal-b', 'deal-c'];
	const some = <T>(values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
	const someDeal = fc
		.record({
			slug: fc.constantFrom(...slugs),
			payer: fc.constantFrom('alpha', 'beta', 'omega'),
			part_of: some([...slugs, 'deal-z']),
			high: fc.constantFrom(1, 4e15)
		})
		.map(({ slug, ...more }): Change => deal(slug, more));
	const projection = fc
		.record({
			base: someProjection,
			slug: fc.constantFrom('guess', 'hunch'),
			featured: fc.boolean(),
			supersedes: some(['guess', 'hunch', 'lost'])
		})
		.map(({ base, slug, ...more }): Change => {
			const record = { ...base, slug, ...more, companies: undefined } as Projection;
			return { kind: 'projections', key: slug, record };
		});
	const change = fc.oneof({ weight: 4, arbitrary: someDeal }, fc.constant(organisation('beta')), projection);
	const lists = fc.uniqueArray(change, { minLength: 1, maxLength: 5, selector: ({ kind, key }) => `${kind} ${key}` });
	const seen = { written: 0, refused: 0 };
	class Undone extends Error {}
	commit(store, [organisation('alpha')], BY_ANN);
	fc.assert(
		fc.property(lists, lists, (before, changes) => {
			const results = ways.map(([, as]) => {
				let result: unknown;
				const work = () => {
					commit(store, before, BY_ANN);
					const done = said(commit(store, as(changes), BY_ANN));
					seen[Array.isArray(done) ? 'refused' : 'written']++;
					result = { done: Array.isArray(done) ? done.sort() : done, records: store.readAll() };
					throw new Undone();
				};
				expect(() => store.atomically(work)).toThrow(Undone);
				return result;
			});
			expect(results[1]).toEqual(results[0]);
		}),
		{ numRuns: 600 }
	);
	expect(Math.min(seen.written, seen.refused)).toBeGreaterThan(20);
}, 0);

it('is the one place that writes to the ledger', () => {
	const callers = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.spec.ts'))
		.flatMap((file) => [...readFileSync(join('src', file), 'utf8').matchAll(/\.writeRevision\(/g)].map(() => file));
	expect(callers).toEqual(['lib/server/writing/commit.ts']);
	// The tables themselves are written by the store alone.
	const writers = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.spec.ts'))
		.filter((file) => /insert into (record|change|revision)\b/.test(readFileSync(join('src', file), 'utf8')));
	expect(writers).toEqual(['lib/server/store/store.ts']);
});
