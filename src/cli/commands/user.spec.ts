import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '$lib/server/store/open';
import { linkOf } from '$lib/server/accounts/users';
import { run } from '../run';

let folder: string;
let db: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-user-'));
	db = join(folder, 'ledger.db');
	openStore(db, { at: '2026-11-23T12:00:00.000Z' }).close();
});

afterEach(() => rmSync(folder, { recursive: true }));

async function call(...args: string[]): Promise<{ code: number; said: string }> {
	let said = '';
	const say = (line: string) => void (said += `${line}\n`);
	const env = { BUILDOUT_DB: db, ORIGIN: 'https://ledger.example.org' };
	return { code: await run(['user', ...args], { env, out: say, err: say }), said };
}

it('adds an administrator first, then editors, each with a link that holds', async () => {
	expect(await call('list')).toEqual({ code: 0, said: 'Nobody has an account yet.\n' });
	const { code, said } = await call('add', '--name', 'Ann', '--email', 'Ann@Example.org');
	expect(code).toBe(0);
	expect(said).toMatch(
		/^Ann is an administrator now\.\nAnn chooses .+: https:\/\/ledger\.example\.org\/setup\/[\w-]{43}\n$/
	);
	const store = openStore(db, { at: '2026-11-23T12:00:00.000Z' });
	const token = said.trim().slice(-43);
	expect(linkOf(store.accounts, token, Date.now())).toMatchObject({ first: false, user: { email: 'ann@example.org' } });
	const renewed = await call('link', 'ann@example.org');
	expect(linkOf(store.accounts, token, Date.now())).toBeUndefined();
	expect(linkOf(store.accounts, renewed.said.trim().slice(-43), Date.now())).toBeDefined();
	store.close();
	expect((await call('add', '--name', 'Bob', '--email', 'bob@example.org')).said).toContain('Bob is an editor now.');
	expect((await call('list')).said).toMatch(
		/^Ann <ann@example\.org>: administrator since .+\nBob <bob@example\.org>: editor since .+\n$/
	);
});

it('closes an account, but not the last administrator', async () => {
	await call('add', '--name', 'Ann', '--email', 'ann@example.org');
	await call('add', '--name', 'Bob', '--email', 'bob@example.org');
	expect(await call('end', 'ann@example.org')).toEqual({
		code: 1,
		said: expect.stringContaining('last administrator')
	});
	expect(await call('end', 'BOB@example.org')).toMatchObject({ code: 0 });
	expect((await call('list')).said).toContain(', closed ');
	expect(await call('link', 'bob@example.org')).toMatchObject({
		code: 1,
		said: expect.stringContaining('No open account')
	});
});

it('gives an account another role, but leaves the last administrator one', async () => {
	await call('add', '--name', 'Ann', '--email', 'ann@example.org');
	await call('add', '--name', 'Bob', '--email', 'bob@example.org');
	const last = await call('role', 'ann@example.org', '--role', 'editor');
	expect(last).toEqual({ code: 1, said: expect.stringContaining('last administrator') });
	const raised = await call('role', 'bob@example.org', '--role', 'administrator');
	expect(raised).toEqual({ code: 0, said: 'Bob is an administrator now.\n' });
	expect(await call('role', 'ann@example.org', '--role', 'editor')).toMatchObject({ code: 0 });
	expect((await call('list')).said).toMatch(/^Ann <.+>: editor since .+\nBob <.+>: administrator since .+\n$/);
	expect((await call('role', 'ann@example.org', '--role', 'owner')).said).toContain('editor or administrator');
	expect((await call('role', 'ann@example.org')).code).toBe(2);
});

it.each([
	[['add', '--name', 'Ann'], 2, 'needs --name and --email'],
	[['add', '--name', 'Ann', '--email', 'ann'], 1, 'ann@example.org'],
	[['add', '--name', 'Ann', '--email', 'a@b.c', '--role', 'owner'], 1, 'editor or administrator'],
	[['end'], 2, 'user takes list'],
	[['list', '--name', 'Ann'], 2, 'takes no options'],
	[['drop', 'x'], 2, 'user takes list']
])('%j is answered with what it takes', async (args, code, words) => {
	const done = await call(...args);
	expect(done.code).toBe(code);
	expect(done.said).toContain(words);
});
