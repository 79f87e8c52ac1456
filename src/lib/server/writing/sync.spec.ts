import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordsOf, type Deal, type Organisation, type Records } from '$lib/records';
import { openStore } from '../store/open';
import type { Store } from '../store/store';
import type { Change, Side } from '../store/sync';
import { commit, sentencesOf } from './commit';
import { syncDataset } from './sync';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';
const BY_ANN = { who: 'ann', why: 'seen in a filing', at: LATER };

let folder: string;
let store: Store;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-sync-'));
	store = openStore(join(folder, 'ledger.db'), { at: AT });
});

afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true });
});

function dealOf(slug: string, title = 'A deal', payer = 'alpha'): Deal {
	return {
		slug,
		title,
		summary: 'Made up.',
		kind: 'lease',
		payers: [payer],
		payees: ['beta'],
		events: [{ on: '2025-01', type: 'announced', value: { high: 5 }, note: 'x', sources: ['a'] }],
		sources: [{ key: 'a', url: null, publisher: 'P', title: null, published: null, seen: false }]
	};
}

function dataset(deals: Deal[]): Records {
	const organisations: Organisation[] = [
		{ slug: 'alpha', name: 'Alpha', kind: 'other', stakes: [{ in: 'beta', since: '2024' }] },
		{ slug: 'beta', name: 'Beta', kind: 'other' }
	];
	return recordsOf({ deals, organisations });
}

const put = (deal: Deal): Change => ({ kind: 'deals', key: deal.slug, record: deal });
const write = (...changes: Change[]) => expect(commit(store, changes, BY_ANN)).toHaveProperty('revision');
const titles = () => store.readAll().deals.map(({ slug, title }) => `${slug}: ${title}`);
function sync(records: Records, choices: { side: Side; keys: string[] } = { side: 'ours', keys: [] }) {
	const { side, keys } = choices;
	const who = keys.length > 0 ? 'ann' : undefined;
	const chosen = keys.map((key) => ({ kind: 'deals' as const, key, side }));
	const report = syncDataset(store, records, { at: AT, who, choices: chosen });
	if ('refused' in report) throw new Error('The dataset was refused.');
	return report;
}

it('brings what nobody touched here, and nothing twice', () => {
	expect(sync(dataset([dealOf('a'), dealOf('b')]))).toMatchObject({ revision: 1, added: 4, diverged: [] });
	expect(sync(dataset([dealOf('a'), dealOf('b')]))).toMatchObject({ revision: 1, added: 0, unchanged: 4 });
	const newer = sync(dataset([dealOf('b', 'Newer'), dealOf('c')]));
	expect(newer).toEqual({ revision: 2, added: 1, changed: 1, removed: 1, unchanged: 2, diverged: [], undecided: [] });
	expect(titles()).toEqual(['b: Newer', 'c: A deal']);
});

it('never overwrites, removes or brings back what was edited here', () => {
	const all = ['a', 'b', 'c', 'd'].map((slug) => dealOf(slug));
	sync(dataset(all));
	write(put(dealOf('a', 'Mine')), put(dealOf('b', 'Mine')), put(dealOf('new', 'Mine')));
	write({ kind: 'deals', key: 'c', record: null });
	const report = sync(dataset([dealOf('a', 'Theirs'), dealOf('c', 'Theirs'), dealOf('d'), dealOf('new', 'Theirs')]));
	expect(report).toMatchObject({ revision: 3, added: 0, changed: 0, removed: 0 });
	expect(report.diverged.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c', 'new']);
	expect(titles()).toEqual(['a: Mine', 'b: Mine', 'd: A deal', 'new: Mine']);
});

it('ends a divergence once both say the same', () => {
	sync(dataset([dealOf('a')]));
	write(put(dealOf('a', 'Mine')));
	expect(sync(dataset([dealOf('a')])).diverged).toEqual([{ kind: 'deals', key: 'a' }]);
	expect(sync(dataset([dealOf('a', 'Mine')]))).toMatchObject({ revision: 2, unchanged: 3, diverged: [] });
	expect(sync(dataset([dealOf('a', 'Newest')]))).toMatchObject({ revision: 3, changed: 1, diverged: [] });
});

it('asks a person only about what the dataset says anew, and does as they chose', () => {
	sync(dataset(['a', 'b', 'c', 'd'].map((slug) => dealOf(slug))));
	write(put(dealOf('a', 'Mine')), put(dealOf('b', 'Mine')), put(dealOf('c', 'Mine')));
	write({ kind: 'deals', key: 'd', record: null });
	expect(sync(dataset(['a', 'b', 'c', 'd'].map((slug) => dealOf(slug))))).toMatchObject({ undecided: [] });

	// The dataset says something new of a, b and d, and drops c.
	const newer = dataset([dealOf('a', 'Theirs'), dealOf('b', 'Theirs'), dealOf('d', 'Theirs')]);
	expect(sync(newer).undecided.map(({ key }) => key)).toEqual(['a', 'b', 'd', 'c']);
	expect(sync(newer, { side: 'theirs', keys: ['a', 'd'] })).toMatchObject({ changed: 1, added: 1, revision: 4 });
	expect(titles()).toEqual(['a: Theirs', 'b: Mine', 'c: Mine', 'd: Theirs']);
	expect(store.history.revision(4)).toMatchObject({ who: 'ann' });
	expect(sync(newer, { side: 'ours', keys: ['b', 'c'] })).toMatchObject({ revision: 4, undecided: [] });
	expect(sync(newer)).toMatchObject({ revision: 4, undecided: [], diverged: [{ kind: 'deals', key: 'b' }] });
	expect(titles()).toEqual(['a: Theirs', 'b: Mine', 'c: Mine', 'd: Theirs']);
	// And again, when it says something new once more.
	expect(sync(dataset([dealOf('a', 'Theirs'), dealOf('b', 'Newest')])).undecided).toEqual([
		{ kind: 'deals', key: 'b' }
	]);
});

it('is refused whole where the records would not stand together, and can be brought in once they do', () => {
	sync(dataset([dealOf('a')]));
	write(put(dealOf('mine')));
	// The newer dataset has no alpha any more, which pays for a deal that was entered here.
	const { organisations, ...rest } = dataset([dealOf('a', 'Newer', 'beta')]);
	const newer = { ...rest, organisations: organisations.slice(1) };
	const refused = syncDataset(store, newer, { at: LATER });
	expect('refused' in refused && sentencesOf(refused)).toEqual([
		'deals mine payers[0]: expected the slug of an organisation in organisations.yaml, got alpha'
	]);
	expect(titles()).toEqual(['a: A deal', 'mine: A deal']);
	write({ kind: 'deals', key: 'mine', record: null });
	expect(sync(newer)).toMatchObject({ revision: 4, changed: 1, removed: 1 });
	expect(titles()).toEqual(['a: Newer']);
});
