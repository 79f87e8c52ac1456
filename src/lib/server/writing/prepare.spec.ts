import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REFERENCE } from '../../../../tests/support/server';
import { closeLedger, currentSnapshot, openedStore, snapshotAt } from '../ledger/open';
import { commit } from './commit';
import { prepareLedger } from './prepare';

let folder: string;
let settings: { data: string; db: string };

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-door-'));
	settings = { data: join(folder, 'data'), db: join(folder, 'inner', 'ledger.db') };
	cpSync('tests/vectors/small/dataset', settings.data, { recursive: true });
});

afterEach(() => {
	closeLedger();
	rmSync(folder, { recursive: true });
});

function edit(file: string, from: string, to: string): void {
	const path = join(settings.data, file);
	const before = readFileSync(path, 'utf8');
	expect(before).toContain(from);
	writeFileSync(path, before.replace(from, to));
}

describe('the door to the ledger', () => {
	it('loads the reference dataset and gives its book', () => {
		const report = prepareLedger({ data: REFERENCE, db: settings.db });
		expect(report).toMatchObject({ revision: 1, added: 1050, changed: 0, removed: 0, diverged: [] });
		const { book, records, revision } = currentSnapshot();
		expect(revision).toBe(1);
		expect(records.deals).toHaveLength(176);
		expect(book.entries[book.bySlug.get('openai-aws-2025') ?? -1]?.deal.title).toContain('$38B');
	});

	it('writes one revision in two starts, and one more when a file has changed', () => {
		expect(prepareLedger(settings)).toMatchObject({ revision: 1, added: 12 + 8 + 2 });
		expect(prepareLedger(settings)).toMatchObject({ revision: 1, added: 0, unchanged: 12 + 8 + 2 });
		edit('deals/deal-000.yaml', 'summary: ', 'summary: Corrected. ');
		rmSync(join(settings.data, 'deals', 'deal-011.yaml'));
		expect(prepareLedger(settings)).toMatchObject({ revision: 2, changed: 1, removed: 1, unchanged: 20 });
		expect(currentSnapshot().records.deals).toHaveLength(11);
		expect(snapshotAt(1)?.records.deals).toHaveLength(12);
		expect(snapshotAt(1)).toBe(snapshotAt(1));
		expect(snapshotAt(2)).toBe(currentSnapshot());
		expect([0, 3, 1.5].map(snapshotAt)).toEqual([undefined, undefined, undefined]);
	});

	it('follows what is written, and holds the same records as if it had read all of them again', () => {
		prepareLedger(settings);
		const [first, second, ...rest] = currentSnapshot().records.deals;
		if (!first || !second) throw new Error('The small ledger has deals.');
		const sign = { who: 'ann', why: 'to see it followed', at: '2026-11-22T10:00:00.000Z' };
		const deal = (slug: string, record: typeof first | null) => ({ kind: 'deals' as const, key: slug, record });
		commit(openedStore(), [deal('a-new-one', { ...first, slug: 'a-new-one' }), deal(second.slug, null)], sign);
		commit(openedStore(), [deal('a-new-one', null), deal('b-new-one', { ...first, slug: 'b-new-one' })], sign);
		commit(openedStore(), [deal(first.slug, { ...first, title: 'Another title' })], sign);
		const { records, revision, book } = currentSnapshot();
		expect(revision).toBe(4);
		expect(records).toEqual(openedStore().readAll());
		expect(records.deals.map(({ slug }) => slug)).toEqual(['b-new-one', first.slug, ...rest.map(({ slug }) => slug)]);
		expect(book.entries[book.bySlug.get(first.slug) ?? -1]?.deal.title).toBe('Another title');
	});

	it('refuses a dataset with faults before it touches the database', () => {
		edit('deals/deal-000.yaml', 'kind: ', 'kind: no_');
		expect(() => prepareLedger(settings)).toThrow(
			/deal-000\.yaml:3 kind: expected one of compute_purchase.*\n1 fault in/
		);
		expect(existsSync(settings.db)).toBe(false);
		edit('deals/deal-000.yaml', 'kind: no_', 'kind: ');
		prepareLedger(settings);
		closeLedger();
		const before = readFileSync(settings.db);
		edit('deals/deal-001.yaml', 'kind: ', 'kind: no_');
		expect(() => prepareLedger(settings)).toThrow('nothing was loaded');
		expect(readFileSync(settings.db).equals(before)).toBe(true);
	});
});
