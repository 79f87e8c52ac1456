import { afterAll, beforeAll, expect, it } from 'vitest';
import { cookieOf, SENTENCE, Site } from './site';

let site: Site;
let ann: string;

beforeAll(async () => {
	site = await Site.start();
	ann = await site.first();
});

afterAll(() => site.stop());

it('the first link works once, and a start with an account prints none', async () => {
	const [link = ''] = /\/setup\/\S+/.exec(site.server.output()) ?? [];
	expect((await site.send(link)).status).toBe(404);
	const form = { name: 'Eve', email: 'eve@example.org', password: SENTENCE, again: SENTENCE };
	expect((await site.send(link, { form })).status).toBe(404);
});

it('a session cookie is for this site alone, out of reach of scripts, and no memory keeps the page', async () => {
	const response = await site.signIn('ann@example.org', SENTENCE, { to: '/users' });
	expect(response.status).toBe(303);
	expect(response.headers.get('location')).toBe('/users');
	expect(response.headers.get('cache-control')).toBe('no-store');
	const [set = ''] = response.headers.getSetCookie();
	expect(set).toMatch(/^buildout=[\w-]{43}; /);
	for (const word of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=5184000']) expect(set).toContain(word);
	expect(set).not.toContain('Secure');
});

it('on https the cookie is Secure and bound to the host', async () => {
	const secure = await Site.start({ env: { ORIGIN: 'https://ledger.example.org' } });
	const [, link = ''] = /hours: https:\/\/ledger\.example\.org(\/setup\/\S+)/.exec(secure.server.output()) ?? [];
	const form = { name: 'Ann', email: 'ann@example.org', password: SENTENCE, again: SENTENCE };
	const response = await secure.send(link, { form, headers: { origin: 'https://ledger.example.org' } });
	expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-buildout=[\w-]{43}; .*Secure/);
	await secure.stop();
});

it('leads to no other site', async () => {
	for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example']) {
		const response = await site.signIn('ann@example.org', SENTENCE, { to });
		expect(response.headers.get('location')).toBe('/account');
	}
});

it('a form of another site signs nobody in or out', async () => {
	const foreign = { headers: { origin: 'https://evil.example' } };
	const form = { email: 'ann@example.org', password: SENTENCE };
	expect((await site.send('/login', { form, ...foreign })).status).toBe(403);
	expect((await site.send('/logout', { form: {}, cookie: ann, ...foreign })).status).toBe(403);
	expect((await site.send('/logout', { cookie: ann })).status).toBe(200);
	expect((await site.send('/account', { cookie: ann })).status).toBe(200);
});

it('every sign-in is a session of its own; ended ones open nothing again', async () => {
	const one = cookieOf(await site.signIn('ann@example.org', SENTENCE));
	const two = cookieOf(
		await site.send('/login', { cookie: one, form: { email: 'ann@example.org', password: SENTENCE } })
	);
	expect(two).not.toBe(one);
	expect((await site.send('/account', { cookie: one })).status).toBe(303);
	const other = cookieOf(await site.signIn('ann@example.org', SENTENCE));
	const page = await (await site.send('/account', { cookie: two })).text();
	expect(page).toContain('this one');
	await site.send('/account?/others', { cookie: two, form: {} });
	expect((await site.send('/account', { cookie: other })).status).toBe(303);
	const out = await site.send('/logout', { cookie: two, form: {} });
	expect(out.headers.getSetCookie()[0]).toMatch(/^buildout=; .*Max-Age=0/);
	expect((await site.send('/account', { cookie: two })).status).toBe(303);
	ann = cookieOf(await site.signIn('ann@example.org', SENTENCE));
});

it('a closed account is out at once: its session, its key and its password', async () => {
	const bob = await site.account(ann, 'bob', 'editor');
	const key = await site.key(bob, 'read', 'write');
	expect((await site.send('/deals.json', { key })).status).toBe(200);
	const page = await (await site.send('/users', { cookie: ann })).text();
	const row = page.split('<tr').find((each) => each.includes('bob@example.org')) ?? '';
	const [, id = ''] = /value="(\d+)"/.exec(row) ?? [];
	expect((await site.send('/users?/end', { cookie: ann, form: { id } })).status).toBe(200);
	expect((await site.send('/account', { cookie: bob })).status).toBe(303);
	expect((await site.send('/deals.json', { key })).status).toBe(401);
	expect((await site.signIn('bob@example.org', SENTENCE)).status).toBe(400);
});

it('says the same of an account that is there and one that is not, and locks both after five', async () => {
	const say = async (email: string) => {
		const response = await site.signIn(email, 'wrong words here');
		return `${response.status} ${(await response.text()).replaceAll(email, '')}`;
	};
	for (let i = 0; i < 5; i++) {
		const [known, unknown] = [await say('ann@example.org'), await say('nobody@example.org')];
		expect(known).toMatch(/^400 /);
		expect(known).toBe(unknown);
	}
	const [known, unknown] = [await say('ann@example.org'), await say('nobody@example.org')];
	expect(known).toMatch(/^429 .*Too many attempts/s);
	expect(known).toBe(unknown);
	expect((await site.signIn('ann@example.org', SENTENCE)).status).toBe(429);
});

it('behind a proxy wrong passwords are counted by the reader that the proxy names, not by the proxy or by what a reader claims', async () => {
	const proxied = await Site.start({ env: { ADDRESS_HEADER: 'X-Forwarded-For', XFF_DEPTH: '1' } });
	const attempt = (n: number, forwarded?: string) =>
		proxied.send('/login', {
			form: { email: `nobody-${n}@example.org`, password: 'wrong' },
			headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
		});
	const from = async (n: number) => (await attempt(n, `10.9.8.${n}, 192.0.2.1`)).status;
	const statuses = await Promise.all(Array.from({ length: 42 }, (_, n) => from(n)));
	expect(statuses.filter((status) => status === 429)).toHaveLength(2);
	expect((await attempt(50, '192.0.2.1, 192.0.2.2')).status).toBe(400);
	// Around the proxy: refused like any other wrong password, not with a fault of the server.
	expect((await attempt(51)).status).toBe(400);
	await proxied.stop();
});
