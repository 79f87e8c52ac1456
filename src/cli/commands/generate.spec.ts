import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareText } from '$lib/ledger/book';
import { generate as makeUp } from '$lib/ledger/generate';
import { openStore } from '$lib/server/store/open';
import { UsageFault } from '../command';
import { generate } from './generate';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'buildout-generate-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function call(...args: string[]) {
	const said = { out: '', err: '' };
	const io = {
		env: {},
		out: (line: string) => void (said.out += line),
		err: (line: string) => void (said.err += line)
	};
	return { code: await generate.run(args, io), ...said };
}

it('writes the ledger of a seed in one revision', async () => {
	const db = join(folder, 'made.db');
	const { code, out, err } = await call('--deals', '300', '--seed', '7', '--db', db);
	expect({ code, out, err }).toEqual({ code: 0, out: `${db}: made up 300 deals with seed 7, revision 1`, err: '' });
	const store = openStore(db, { at: '2026-01-01T00:00:00.000Z', readonly: true });
	const { deals, organisations } = store.readAll();
	store.close();
	const want = makeUp(300, 7);
	expect(deals).toEqual([...want.deals].sort((a, b) => compareText(a.slug, b.slug)));
	expect(organisations).toHaveLength(want.organisations.length);
});

it('leaves a database that has records as it is', async () => {
	const db = join(folder, 'made.db');
	await call('--deals', '5', '--db', db);
	const { code, err } = await call('--deals', '5', '--seed', '2', '--db', db);
	expect(code).toBe(1);
	expect(err).toContain('already has records');
	const store = openStore(db, { at: '2026-01-01T00:00:00.000Z', readonly: true });
	expect(store.revision()).toBe(1);
	store.close();
});

it.each([
	[['--seed', '1'], 'generate needs --deals'],
	[['--deals', '0'], '--deals: expected a whole number from 1 to 10,000,000, got "0"'],
	[['--deals', '1e3'], 'got "1e3"'],
	[['--deals', '5', '--seed', '4294967296'], '--seed: expected a whole number from 0 to 4,294,967,295']
])('says how it is called: %j', async (args, says) => {
	const db = join(folder, 'none.db');
	await expect(async () => call(...args, '--db', db)).rejects.toThrow(UsageFault);
	await expect(async () => call(...args, '--db', db)).rejects.toThrow(says);
});
