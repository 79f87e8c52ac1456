import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataset } from '$lib/server/dataset/read';
import { openStore } from '$lib/server/store/open';
import type { Change } from '$lib/server/store/sync';
import { commit, orStartFault } from '$lib/server/writing/commit';
import { syncDataset } from '$lib/server/writing/sync';
import { run } from '../run';

const AT = '2026-11-22T10:00:00.000Z';
const SLUG = 'alpha-beta-2025';
const FILE = `deals/${SLUG}.yaml`;

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-files-'));
	env = { BUILDOUT_DATA: join(folder, 'data'), BUILDOUT_DB: join(folder, 'ledger.db') };
	cpSync('tests/fixtures/datasets/good', join(folder, 'data'), { recursive: true });
	write((store) => {
		const dataset = readDataset(join(folder, 'data'));
		if ('faults' in dataset) throw new Error('The fixture has faults.');
		syncDataset(store, dataset.records, { at: AT });
	});
});
afterEach(() => rmSync(folder, { recursive: true }));

function write<T>(work: (store: ReturnType<typeof openStore>) => T): T {
	const store = openStore(join(folder, 'ledger.db'), { at: AT });
	try {
		return work(store);
	} finally {
		store.close();
	}
}

async function call(...args: string[]): Promise<{ code: number; text: string }> {
	let text = '';
	const say = (line: string) => void (text += `${line}\n`);
	const code = await run(args, { env, out: say, err: say });
	return { code, text };
}

const title = () => write((store) => store.readAll().deals.find(({ slug }) => slug === SLUG)?.title);
const here = (text: string) =>
	write((store) => {
		const record = store.readAll().deals.find(({ slug }) => slug === SLUG);
		const change = { kind: 'deals', key: SLUG, record: { ...record, title: text } } as Change;
		return orStartFault(commit(store, [change], { who: 'ann', why: 'a better title', at: AT }), '').revision;
	});
const there = (text: string) => {
	const file = join(folder, 'data', FILE);
	writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${text}`));
};

describe('export', () => {
	it('writes what was edited into the files, and nothing else', async () => {
		here('Edited here');
		const first = await call('export', '--dataset', join(folder, 'data'));
		expect(first.code).toBe(0);
		expect(first.text).toContain(`  changed  ${FILE}\n`);
		expect(first.text).toMatch(/1 changed, 0 added, 0 removed\n$/);
		expect(readFileSync(join(folder, 'data', FILE), 'utf8')).toMatch(/^title: Edited here$/m);
		expect((await call('export', '--dataset', join(folder, 'data'))).text).toMatch(/0 changed, 0 added, 0 removed\n$/);
		expect((await call('check', join(folder, 'data'))).code).toBe(0);
	});

	it('does not write over files that it cannot read', async () => {
		there('[');
		const before = readFileSync(join(folder, 'data', FILE), 'utf8');
		const { code, text } = await call('export', '--dataset', join(folder, 'data'));
		expect([code, text]).toEqual([1, expect.stringMatching(/nothing was written\.\n$/)]);
		expect(readFileSync(join(folder, 'data', FILE), 'utf8')).toBe(before);
	});

	it('says how it is called', async () => {
		expect(await call('export')).toMatchObject({ code: 2 });
		env['BUILDOUT_DB'] = join(folder, 'none.db');
		expect((await call('export', '--dataset', folder)).text).toMatch(/There is no ledger at/);
	});
});

describe('sync', () => {
	it('names what was edited on both sides, field by field, and does as a person chooses', async () => {
		here('Ours');
		there('Theirs');
		const asked = await call('sync');
		expect(asked.text).toContain(`  deals/${SLUG}: edited on both sides\n    title: ours "Ours", theirs "Theirs"\n`);
		expect(title()).toBe('Ours');
		expect((await call('sync', '--take', 'ours', SLUG)).text).not.toContain('both sides');
		expect((await call('sync')).text).toContain('1 edited here and kept');
		expect(title()).toBe('Ours');
		expect((await call('sync', '--take', 'theirs', `deals/${SLUG}`, '--who', 'bob')).code).toBe(0);
		expect(title()).toBe('Theirs');
		expect(write((store) => store.history.revision(store.revision()))).toMatchObject({ who: 'bob' });
	});

	it.each([
		{ args: ['--take', 'mine', SLUG], says: 'expected theirs or ours, got "mine"' },
		{ args: ['--take', 'ours', 'deal/x'], says: 'expected a record such as deals/openai-aws-2025, got "deal/x"' },
		{ args: ['--take', 'ours', 'no-such-deal'], says: 'has a record deals/no-such-deal' },
		{ args: ['a', 'b'], says: 'sync takes one folder, got 2' }
	])('refuses $args', async ({ args, says }) => {
		const { code, text } = await call('sync', ...args);
		expect([code, text]).toEqual([2, expect.stringContaining(says)]);
	});
});

describe('undo', () => {
	it('takes a revision back, or says what stands in the way', async () => {
		const before = title();
		const first = here('One');
		const second = here('Two');
		const refused = await call('undo', String(first));
		expect([refused.code, refused.text]).toEqual([
			1,
			`deals ${SLUG} was changed again by revision ${second}; undo that one first.\nRevision ${first} was not undone.\n`
		]);
		expect((await call('undo', String(second), '--who', 'bob')).text).toBe('Undid revision 3 by revision 4.\n');
		expect((await call('undo', String(first))).code).toBe(0);
		expect(title()).toBe(before);
		expect((await call('undo', '99')).text).toContain('There is no revision 99; the newest is 5.');
		expect((await call('undo', 'x')).code).toBe(2);
	});
});
