import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDataset } from '../dataset/read';
import { openStore } from '../store/open';
import type { Store } from '../store/store';
import type { Change } from '../store/sync';
import { commit, orStartFault } from './commit';
import { syncDataset } from './sync';
import { obstacleText, undo } from './undo';

const AT = '2026-11-22T10:00:00.000Z';
const BY_BOB = { who: 'bob', at: AT };

let folder: string;
let store: Store;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-undo-'));
	store = openStore(join(folder, 'ledger.db'), { at: AT });
	const dataset = readDataset('tests/fixtures/datasets/good');
	if ('faults' in dataset) throw new Error('The fixture has faults.');
	syncDataset(store, dataset.records, { at: AT });
});

afterEach(() => {
	store.close();
	rmSync(folder, { recursive: true });
});

const deals = () => store.readAll().deals;
function write(change: Change, why: string): number {
	return orStartFault(commit(store, [change], { who: 'ann', why, at: AT }), why).revision;
}
function edit(slug: string, title: string): number {
	const deal = deals().find((each) => each.slug === slug);
	const change = { kind: 'deals', key: slug, record: { ...deal, title } } as Change;
	return write(change, 'seen in a filing');
}

function refusal(revision: number): string[] {
	const result = undo(store, revision, BY_BOB);
	return result && 'obstacles' in result ? result.obstacles.map(obstacleText) : [];
}

it('takes a revision back by a new one, and that one too', () => {
	const before = store.readAll();
	const first = edit('alpha-beta-2025', 'Edited');
	const edited = store.readAll();
	expect(undo(store, first, BY_BOB)).toEqual({ revision: first + 1 });
	expect(store.readAll()).toEqual(before);
	expect(store.history.revision(first + 1)).toMatchObject({ who: 'bob', why: 'Undid revision 2: seen in a filing' });
	expect(undo(store, first + 1, BY_BOB)).toEqual({ revision: first + 2 });
	expect(store.readAll()).toEqual(edited);
	expect(store.readAll(first)).toEqual(edited);
});

it('never overwrites what was changed again, and says by which revision', () => {
	const first = edit('alpha-beta-2025', 'Edited');
	const second = edit('alpha-beta-2025', 'Edited again');
	const third = edit('alpha-beta-2025', 'Edited once more');
	expect(refusal(first)).toEqual([
		`deals alpha-beta-2025 was changed again by revision ${third}; undo that one first.`
	]);
	expect(store.revision()).toBe(third);
	undo(store, third, BY_BOB);
	undo(store, second, BY_BOB);
	// What stands is what the first one wrote, though two revisions touched it since.
	expect(undo(store, first, BY_BOB)).toEqual({ revision: third + 3 });
});

it('leaves records that lean on each other standing', () => {
	const omega = { slug: 'omega', name: 'Omega', kind: 'other' } as const;
	const made = write({ kind: 'organisations', key: 'omega', record: omega }, 'new');
	const deal = { ...deals()[0]!, slug: 'omega-deal-2026', payers: ['omega'] };
	write({ kind: 'deals', key: deal.slug, record: deal }, 'new');
	expect(refusal(made)).toEqual([
		'deals omega-deal-2026 payers[0]: expected the slug of an organisation in organisations.yaml, got omega'
	]);
});

it('does not empty the ledger, and knows no revision that there is not', () => {
	expect(refusal(1)).toEqual(['Nothing would be left of the ledger.']);
	expect(undo(store, 2, BY_BOB)).toBeUndefined();
});
