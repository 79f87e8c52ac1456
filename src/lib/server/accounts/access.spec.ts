import { scryptSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../store/open';
import type { Store } from '../store/store';
import { endKey, keyOf, makeKey, MOST_KEYS } from './keys';
import { MOST_FROM_ADDRESS, MOST_ON_ACCOUNT, WINDOW } from './limits';
import { hashPassword, isPassword } from './password';
import { endSession, endSessions, LONGEST, sessionOf, signIn, signOut } from './sessions';
import type { AccountStore, Role } from './types';
import { addUser, changePassword, endUser, firstLink, LINK_HOLDS, linkOf, makeLink, useLink } from './users';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 24 * 60 * 60_000;
const SENTENCE = 'a ledger counts once';

let folder: string;
let opened: Store;
let store: AccountStore;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-access-'));
	opened = openStore(join(folder, 'ledger.db'), { at: '2026-11-23T12:00:00.000Z' });
	store = opened.accounts;
});

afterEach(() => {
	opened.close();
	rmSync(folder, { recursive: true });
});

/** A hash says what it cost: these cost little, so that a test may check many passwords. */
function cheap(password: string): string {
	const salt = Buffer.alloc(16, 1);
	const key = scryptSync(password, salt, 32, { N: 16, r: 1, p: 1 });
	return ['scrypt', 16, 1, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Adds an account with the usual password. */
function account(name: string, role: Role = 'editor'): number {
	return store.addUser({ name, email: `${name}@example.org`, role, password: cheap(SENTENCE), created: NOW });
}

const enter = (email: string, password = SENTENCE, more: { at?: number; address?: string; previous?: string } = {}) =>
	signIn(store, { email, password, address: '192.0.2.1', agent: 'test', previous: null, at: NOW, ...more });

async function token(email: string): Promise<string> {
	const done = await enter(email);
	if (done.status !== 'in') throw new Error(done.status);
	return done.token;
}

describe('passwords', () => {
	it('are kept as salted scrypt, taken in any Unicode form, and refused where one sign differs', async () => {
		const [a, b] = await Promise.all([
			hashPassword('cafe\u0301 at the corner'),
			hashPassword('cafe\u0301 at the corner')
		]);
		expect(a).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
		expect(a).not.toBe(b);
		expect(await isPassword('caf\u00e9 at the corner', a)).toBe(true);
		expect(await isPassword('cafe at the corner', a)).toBe(false);
		expect(await isPassword('', null)).toBe(false);
	});
});

describe('the first account', () => {
	it('is made by one link, once, and no later link makes another', async () => {
		const stale = firstLink(store, NOW) ?? '';
		const link = firstLink(store, NOW) ?? '';
		const given = { name: 'Ann', email: ' Ann@Example.org', password: SENTENCE, again: SENTENCE, at: NOW };
		expect(await useLink(store, stale, given)).toEqual({ gone: true });
		expect(await useLink(store, 'x'.repeat(43), given)).toEqual({ gone: true });
		expect(await useLink(store, link, { ...given, at: NOW + LINK_HOLDS })).toEqual({ gone: true });
		const both = await Promise.all([useLink(store, link, given), useLink(store, link, { ...given, name: 'Eve' })]);
		expect(both).toContainEqual({ gone: true });
		expect(both).toContainEqual({ email: 'ann@example.org' });
		expect(store.users()).toMatchObject([{ role: 'administrator', email: 'ann@example.org' }]);
		expect(firstLink(store, NOW)).toBeNull();
	});

	it('names every fault of its form', async () => {
		const link = firstLink(store, NOW) ?? '';
		const given = { name: ' ', email: 'ann', password: 'short', again: 'other', at: NOW };
		expect(await useLink(store, link, given)).toEqual({
			faults: {
				name: expect.stringContaining('Give a name'),
				email: expect.stringContaining('ann@example.org'),
				password: expect.stringContaining('at least 12'),
				again: 'The two passwords differ.'
			}
		});
		expect(linkOf(store, link, NOW)).toEqual({ first: true });
	});
});

describe('signing in', () => {
	it('gives a session of its own each time, ends the one before, and keeps no token', async () => {
		account('ann');
		const first = await token('ann@example.org');
		const again = await enter('ann@example.org', SENTENCE, { previous: first });
		expect(sessionOf(store, first, NOW)).toBeUndefined();
		expect(again.status === 'in' && sessionOf(store, again.token, NOW)?.user.name).toBe('ann');
		const bytes = readFileSync(join(folder, 'ledger.db-wal')).toString('latin1');
		expect(again.status === 'in' && bytes.includes(again.token)).toBe(false);
		expect(bytes).not.toContain(SENTENCE);
	});

	it('says the same for a wrong password, an unknown account, a closed one and one without a password', async () => {
		account('ann', 'administrator');
		const bob = account('bob');
		addUser(store, { name: 'cleo', email: 'cleo@example.org', role: 'editor', at: NOW });
		endUser(store, bob, NOW);
		for (const [email, password] of [
			['ann@example.org', 'wrong'],
			['nobody@example.org', SENTENCE],
			['bob@example.org', SENTENCE],
			['cleo@example.org', '']
		] as const) {
			expect(await enter(email, password)).toEqual({ status: 'wrong' });
		}
	});

	it('locks an account after five wrong passwords, right ones too, until the first is a quarter of an hour old', async () => {
		account('ann');
		for (let i = 0; i < MOST_ON_ACCOUNT; i++) {
			expect((await enter('ann@example.org', 'wrong', { at: NOW + i * 1000, address: `192.0.2.${i}` })).status).toBe(
				'wrong'
			);
		}
		const late = NOW + WINDOW - 1;
		expect(await enter('ann@example.org', SENTENCE, { at: late, address: '198.51.100.7' })).toEqual({
			status: 'later',
			wait: 1
		});
		expect((await enter('ann@example.org', SENTENCE, { at: NOW + WINDOW })).status).toBe('in');
		// A right password wipes the slate: four mistakes more lock nobody out.
		for (let i = 1; i < MOST_ON_ACCOUNT; i++) await enter('ann@example.org', 'wrong', { at: NOW + WINDOW });
		expect((await enter('ann@example.org', SENTENCE, { at: NOW + WINDOW })).status).toBe('in');
	});

	it('locks an account that does not exist just the same', async () => {
		for (let i = 0; i < MOST_ON_ACCOUNT; i++) await enter('nobody@example.org', 'x');
		expect(await enter('nobody@example.org', 'x')).toEqual({ status: 'later', wait: WINDOW });
	});

	it('counts guesses that come all at once', async () => {
		account('ann');
		const guesses = Array.from({ length: 20 }, (_, i) => enter('ann@example.org', `guess ${i}`));
		const said = (await Promise.all(guesses)).map(({ status }) => status);
		expect(said.filter((status) => status === 'wrong')).toHaveLength(MOST_ON_ACCOUNT);
		expect(said.filter((status) => status === 'later')).toHaveLength(20 - MOST_ON_ACCOUNT);
	});

	it('stops a network address that tries many accounts, and lets others in', async () => {
		account('ann');
		for (let i = 0; i < MOST_FROM_ADDRESS; i++) store.addAttempt({ account: `${i}`, address: '203.0.113.9', at: NOW });
		expect((await enter('ann@example.org', SENTENCE, { address: '203.0.113.9' })).status).toBe('later');
		expect((await enter('ann@example.org')).status).toBe('in');
	});
});

describe('a session', () => {
	it('ends after two weeks without a request and after sixty days in all', async () => {
		account('ann');
		const [idle, busy] = [await token('ann@example.org'), await token('ann@example.org')];
		expect(sessionOf(store, idle, NOW + 14 * DAY + 1)).toBeUndefined();
		for (let at = NOW; at < NOW + LONGEST; at += 10 * DAY) expect(sessionOf(store, busy, at)).toBeDefined();
		expect(sessionOf(store, busy, NOW + LONGEST + 1)).toBeUndefined();
		expect(sessionOf(store, busy, NOW)).toBeUndefined();
	});

	it('is ended by its owner only, one by one or all others', async () => {
		const [ann, bob] = [account('ann'), account('bob')];
		const tokens = [await token('ann@example.org'), await token('ann@example.org'), await token('ann@example.org')];
		const [first, second, third] = tokens.map((each) => sessionOf(store, each, NOW)?.session.id ?? 0);
		expect(endSession(store, bob, first ?? 0, NOW)).toBe(false);
		expect(endSession(store, ann, first ?? 0, NOW)).toBe(true);
		endSessions(store, ann, NOW, second);
		expect(store.sessionsOf(ann).map(({ id }) => id)).toEqual([second]);
		expect(third && sessionOf(store, tokens[2] ?? '', NOW)).toBeUndefined();
		signOut(store, tokens[1] ?? '', NOW);
		expect(store.sessionsOf(ann)).toEqual([]);
	});

	it('elsewhere ends when the password changes, and the old password with it', async () => {
		account('ann');
		const [here, there] = [await token('ann@example.org'), await token('ann@example.org')];
		const { user, session } = sessionOf(store, here, NOW) ?? {};
		if (!user || !session) throw new Error('no session');
		const given = {
			session: session.id,
			address: '192.0.2.1',
			at: NOW,
			again: 'another long one',
			password: 'another long one'
		};
		expect(await changePassword(store, user, { ...given, current: 'wrong' })).toHaveProperty('faults.current');
		expect(await changePassword(store, user, { ...given, current: SENTENCE })).toEqual({ changed: true });
		expect(sessionOf(store, here, NOW)).toBeDefined();
		expect(sessionOf(store, there, NOW)).toBeUndefined();
		expect((await enter('ann@example.org')).status).toBe('wrong');
		expect((await enter('ann@example.org', 'another long one')).status).toBe('in');
	});
});

describe('a key', () => {
	it('works until it or its account ends, and is found by nothing that the database holds', async () => {
		account('ann', 'administrator');
		const bob = account('bob');
		const made = [
			makeKey(store, bob, { name: 'one', scopes: ['write'], at: NOW }),
			makeKey(store, bob, { name: 'two', scopes: ['read', 'write'], at: NOW })
		];
		const [one = '', two = ''] = made.map((each) => ('key' in each ? each.key : ''));
		expect(keyOf(store, one, NOW)).toMatchObject({ user: { name: 'bob' }, key: { name: 'one', scopes: ['write'] } });
		expect(keyOf(store, `${one.slice(0, -1)}${one.endsWith('A') ? 'B' : 'A'}`, NOW)).toBeUndefined();
		expect(readFileSync(join(folder, 'ledger.db-wal')).toString('latin1')).not.toContain(one);
		const { id } = store.keysOf(bob).find(({ name }) => name === 'one') ?? { id: 0 };
		expect(endKey(store, bob + 1, id, NOW)).toBe(false);
		expect(endKey(store, bob, id, NOW)).toBe(true);
		expect(keyOf(store, one, NOW)).toBeUndefined();
		expect(keyOf(store, two, NOW)).toBeDefined();
		endUser(store, bob, NOW);
		expect(keyOf(store, two, NOW)).toBeUndefined();
	});

	it('needs a name and something that it may, and there are not too many', async () => {
		const ann = account('ann');
		for (const given of [
			{ name: ' ', scopes: ['read'] },
			{ name: 'x', scopes: [] },
			{ name: 'x', scopes: ['read', 'admin'] }
		]) {
			expect(makeKey(store, ann, { ...given, at: NOW })).toHaveProperty('fault');
		}
		for (let i = 0; i < MOST_KEYS; i++) makeKey(store, ann, { name: `${i}`, scopes: ['read'], at: NOW });
		expect(makeKey(store, ann, { name: 'more', scopes: ['read'], at: NOW })).toHaveProperty('fault');
	});
});

describe('accounts', () => {
	it('have names and addresses of their own, and a role that exists', async () => {
		account('ann');
		expect(addUser(store, { name: 'ANN', email: 'ANN@example.org ', role: 'owner', at: NOW })).toEqual({
			faults: {
				name: expect.stringContaining('already'),
				email: expect.stringContaining('already'),
				role: expect.stringContaining('editor or administrator')
			}
		});
	});

	it('keep one administrator', async () => {
		const ann = account('ann', 'administrator');
		expect(endUser(store, ann, NOW)).toEqual({ fault: expect.stringContaining('last administrator') });
		const bob = account('bob', 'administrator');
		expect(endUser(store, ann, NOW)).toMatchObject({ user: { name: 'ann' } });
		expect(endUser(store, bob, NOW)).toHaveProperty('fault');
		expect(endUser(store, 99, NOW)).toHaveProperty('fault');
	});

	it('are given a new password by a link that ends their sessions; a newer link ends the older', async () => {
		const ann = account('ann');
		const session = await token('ann@example.org');
		const older = makeLink(store, ann, NOW);
		const link = makeLink(store, ann, NOW);
		expect(linkOf(store, older, NOW)).toBeUndefined();
		const given = { name: '', email: '', password: 'a new long sentence', again: 'a new long sentence', at: NOW };
		expect(await useLink(store, link, given)).toEqual({ email: 'ann@example.org' });
		expect(sessionOf(store, session, NOW)).toBeUndefined();
		expect(await useLink(store, link, given)).toEqual({ gone: true });
		expect((await enter('ann@example.org', 'a new long sentence')).status).toBe('in');
	});
});
