import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAddresses } from './addresses';
import { indicator, newcomer, quarter, Site, type Sent } from './site';

const ROLES = ['reader', 'forged key', 'read key', 'write key', 'editor', 'administrator'] as const;
type Who = (typeof ROLES)[number];

let site: Site;
let as: Record<Who, Sent>;
let before: number;

async function everyRole(of: Site): Promise<Record<Who, Sent>> {
	const administrator = await of.first();
	const editor = await of.account(administrator, 'bob', 'editor');
	return {
		reader: {},
		'forged key': { key: `bo_00000000_${'A'.repeat(43)}` },
		'read key': { key: await of.key(editor, 'read') },
		'write key': { key: await of.key(editor, 'write') },
		editor: { cookie: editor },
		administrator: { cookie: administrator }
	};
}

beforeAll(async () => {
	site = await Site.start();
	as = await everyRole(site);
	before = await site.revision();
});

afterAll(() => site.stop());

const record = { json: newcomer('new-one') };
const patch = { json: { notes: 'Seen.' }, headers: { 'if-match': '"1"' } };
const whole = { json: newcomer('acorn-ai'), headers: { 'if-match': '"1"' } };
const row = { json: quarter() };
const reading = { json: indicator() };
const batch = { json: { operations: [{ method: 'POST', address: '/organisations.json', body: newcomer('new-one') }] } };

/** What each role is answered; a write is rehearsed only, so that the answers do not hang on their order. */
const TABLE: [string, string, Sent, Record<Who, number>][] = (
	[
		['GET', '/', {}, [200, 401, 200, 200, 200, 200]],
		['GET', '/deals', {}, [200, 401, 200, 200, 200, 200]],
		['GET', '/deals.json', {}, [200, 401, 200, 200, 200, 200]],
		['GET', '/deals/deal-000.csv', {}, [200, 401, 200, 200, 200, 200]],
		['GET', '/account', {}, [303, 401, 303, 303, 200, 200]],
		['GET', '/users', {}, [303, 401, 303, 303, 403, 200]],
		['GET', '/deals/new', {}, [303, 401, 303, 303, 200, 200]],
		['GET', '/deals/deal-000/edit', {}, [303, 401, 303, 303, 200, 200]],
		['POST', '/deals/new', { form: { do: 'save' } }, [303, 401, 303, 303, 422, 422]],
		['POST', '/deals/deal-000/edit', { form: { do: 'delete', base: '1' } }, [303, 401, 303, 303, 409, 409]],
		['POST', '/users?/add', { form: { name: 'x' } }, [303, 401, 303, 303, 403, 400]],
		['POST', '/users?/link', { form: { id: '999' } }, [303, 401, 303, 303, 403, 400]],
		['POST', '/users?/role', { form: { id: '999', role: 'editor' } }, [303, 401, 303, 303, 403, 400]],
		['POST', '/users?/end', { form: { id: '999' } }, [303, 401, 303, 303, 403, 400]],
		['POST', '/account?/key', { form: { name: '' } }, [303, 401, 303, 303, 400, 400]],
		['POST', '/account?/session', { form: { id: '999' } }, [303, 401, 303, 303, 400, 400]],
		['POST', '/account?/password', { form: { password: 'x' } }, [303, 401, 303, 303, 400, 400]],
		['POST', '/organisations.json?dry_run=1', record, [401, 401, 403, 200, 200, 200]],
		['POST', '/organisations/new-one.json?dry_run=1', record, [401, 401, 403, 200, 200, 200]],
		['PUT', '/organisations/acorn-ai.json?dry_run=1', whole, [401, 401, 403, 200, 200, 200]],
		['PATCH', '/deals/deal-000.json?dry_run=1', patch, [401, 401, 403, 200, 200, 200]],
		['PATCH', '/projections/two-years-us.json?dry_run=1', patch, [401, 401, 403, 200, 200, 200]],
		['POST', '/capex.json?dry_run=1', row, [401, 401, 403, 200, 200, 200]],
		['POST', '/indicators.json?dry_run=1', reading, [401, 401, 403, 200, 200, 200]],
		['DELETE', '/deals/deal-011.json?dry_run=1', { headers: { 'if-match': '"1"' } }, [401, 401, 403, 200, 200, 200]],
		['GET', '/import', {}, [303, 401, 303, 303, 200, 200]],
		['GET', '/import/sample.csv', {}, [303, 401, 303, 303, 200, 200]],
		['GET', '/import/none', {}, [303, 401, 303, 303, 404, 404]],
		['GET', '/import/none/state', {}, [303, 401, 303, 303, 404, 404]],
		['GET', '/import/none/rows.csv', {}, [303, 401, 303, 303, 404, 404]],
		['POST', '/import/none?/write', { form: { why: 'x' } }, [303, 401, 303, 303, 404, 404]],
		['POST', '/import/upload', { headers: { 'content-type': 'text/csv' } }, [303, 401, 303, 303, 400, 400]],
		['GET', '/records/deals.csv', {}, [200, 401, 200, 200, 200, 200]],
		['POST', '/batch.json?dry_run=1', batch, [401, 401, 403, 200, 200, 200]]
	] as [string, string, Sent, number[]][]
).map(([method, address, sent, statuses]) => [
	method,
	address,
	sent,
	Object.fromEntries(ROLES.map((role, i) => [role, statuses[i]])) as Record<Who, number>
]);

/** A reader's browser sends the origin of the page; a program with a key sends none. */
function sentAs(role: Who, method: string, sent: Sent): Sent {
	const from: Record<string, string> = role === 'reader' ? { origin: site.server.url } : {};
	return { method, ...sent, ...as[role], headers: { ...from, ...sent.headers } };
}

describe('a role may do what it may, and nothing else', () => {
	it.each(TABLE)('%s %s', async (method, address, sent, expected) => {
		const got: Record<string, number> = {};
		for (const role of ROLES) {
			const response = await site.send(address, sentAs(role, method, sent));
			got[role] = response.status;
			await response.text();
		}
		expect(got).toEqual(expected);
	});
});

describe('whoever has no account', () => {
	it('changes nothing at any address by any method', async () => {
		for (const address of allAddresses()) {
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				const json = { operations: [], slug: 'x' };
				const response = await site.send(address, { method, json, headers: { origin: site.server.url } });
				const said = `${method} ${address}: ${response.status} ${(await response.text()).slice(0, 200)}`;
				const led = response.headers.get('location') ?? '';
				const turnedAway = response.status === 303 && (led.startsWith('/login') || address === '/logout');
				if (!turnedAway) expect(response.status, said).toBeGreaterThanOrEqual(400);
				expect(response.status, said).toBeLessThan(500);
			}
		}
		expect(await site.revision()).toBe(before);
	});

	it('comes in nowhere by a cookie of another shape, an ended one or a foreign token', async () => {
		const [name = '', token = ''] = (as.editor.cookie ?? '').split('=');
		for (const cookie of [
			`${name}=`,
			`${name}=x`,
			`${name}=${token.slice(1)}`,
			`${name}=${token}x`,
			`__Host-${name}=${token}`
		]) {
			const response = await site.send('/account', { cookie });
			expect(response.status).toBe(303);
			expect(response.headers.get('location')).toBe('/login?to=%2Faccount');
		}
	});
});

describe('where reading is closed', () => {
	let closed: Site;
	let roles: Record<Who, Sent>;

	beforeAll(async () => {
		closed = await Site.start({ env: { BUILDOUT_PRIVATE: 'true' } });
		roles = await everyRole(closed);
	});

	afterAll(() => closed.stop());

	it('every address asks who it is', async () => {
		const open = new Set(['/login', `/setup/${'x'.repeat(43)}`]);
		for (const address of allAddresses()) {
			if (open.has(address)) continue;
			const response = await closed.send(address);
			const said = `${address}: ${response.status}`;
			expect([303, 401], said).toContain(response.status);
			if (response.status === 303) expect(response.headers.get('location'), said).toMatch(/^\/login\?to=/);
			expect(await response.text(), said).not.toMatch(/deal-000|acorn-ai|two-years-us/);
		}
	});

	it('the entrance tells nothing of what is recorded, and no memory between keeps what it answers', async () => {
		for (const address of ['/login', '/login/__data.json']) {
			const text = await (await closed.send(address)).text();
			expect(text).not.toMatch(/deal-0|acorn|two-years/);
		}
		for (const [address, sent] of [
			['/deals.csv', roles['read key']],
			['/snapshot.json?revision=1', roles.editor],
			['/', roles.editor]
		] as const) {
			const response = await closed.send(address, sent);
			expect(response.status).toBe(200);
			expect(response.headers.get('cache-control')).toBe('private, no-cache');
			expect(response.headers.get('access-control-allow-origin')).toBeNull();
			await response.text();
		}
	});

	it('an account and a key that may read come in; a key that may only write writes and does not read', async () => {
		const statuses = await Promise.all(
			(['editor', 'administrator', 'read key', 'write key', 'forged key'] as const).map(
				async (role) => (await closed.send('/deals.json', roles[role])).status
			)
		);
		expect(statuses).toEqual([200, 200, 200, 403, 401]);
		const written = await closed.send('/organisations.json', { ...roles['write key'], json: newcomer('new-one') });
		expect(written.status).toBe(201);
	});
});
