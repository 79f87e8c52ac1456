import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newcomer, Site } from './site';

let site: Site;

let key: string;

beforeAll(async () => {
	site = await Site.start({ env: { BODY_SIZE_LIMIT: '2M' } });

	key = await site.key(await site.first(), 'read', 'write');
});

afterAll(() => site.stop());

const ORGANISATION = '/organisations/acorn-ai.json';

const write = (method: string, address: string, json?: unknown, headers?: Record<string, string>) =>
	site.write(key, method, address, json, headers);

describe('what is wrong is said, all of it, and nothing is written', () => {
	let start: number;

	beforeAll(async () => {
		start = await site.revision();
	});

	it.each<[string, number, string, string, unknown, Record<string, string>, string[]]>([
		[
			'faults of a record',
			422,
			'POST',
			'/organisations.json',
			{ slug: 'No', kind: 'zoo', extra: 1 },
			{},
			['slug', 'name', 'kind', 'extra']
		],
		['no slug', 422, 'POST', '/organisations.json', { name: 'x', kind: 'other' }, {}, ['slug']],
		['a slug of another address', 422, 'PATCH', ORGANISATION, { slug: 'other' }, { 'if-match': '"99"' }, []],
		['a deal without a source', 422, 'PATCH', '/deals/deal-000.json', { sources: [] }, {}, ['sources']],
		[
			'a party that nobody knows',
			422,
			'PATCH',
			'/deals/deal-000.json',
			{ payers: ['nobody'] },
			{},
			['deals deal-000 payers[0]']
		],
		['a list as a record', 422, 'POST', '/organisations.json', [1], {}, ['']],
		[
			'a name of the prototype',
			422,
			'PATCH',
			ORGANISATION,
			JSON.parse('{"__proto__": {"kind": "other"}}'),
			{},
			['__proto__']
		]
	])('%s', async (_what, status, method, address, json, headers, paths) => {
		const match = { 'if-match': `"${start}"` };
		const given = headers['if-match'] === '"99"' ? match : { ...match, ...headers };
		const { said, ...got } = await write(method, address, json, given);
		expect(got.status).toBe(status);
		expect(got.headers.get('content-type')).toBe('application/problem+json');
		const named: string[] = said.errors.map(({ path }: { path: string }) => path);
		for (const path of paths) expect(named).toContain(path);
		for (const each of said.errors)
			expect(each).toMatchObject({ expected: expect.any(String), got: expect.any(String) });
	});

	it('an organisation that deals name is not removed', async () => {
		const { status, said } = await write('DELETE', ORGANISATION, undefined, { 'if-match': `"${start}"` });
		expect(status).toBe(422);
		expect(said.detail).toContain('no longer fit together');
	});

	it.each<[string, number, string, string, RequestInit]>([
		['no revision', 428, 'PATCH', ORGANISATION, { body: '{}' }],
		['any revision', 400, 'PATCH', ORGANISATION, { body: '{}', headers: { 'if-match': '*' } }],
		['a revision that is yet to come', 412, 'PATCH', ORGANISATION, { body: '{}', headers: { 'if-match': '"999999"' } }],
		['a record that is there', 409, 'POST', ORGANISATION, { body: '{"name":"x","kind":"other"}' }],
		['a record that is not', 404, 'PUT', '/deals/none.json', { body: '{}', headers: { 'if-match': '"1"' } }],
		['half a body', 400, 'POST', '/organisations.json', { body: '{"slug": ' }],
		['no body', 400, 'POST', '/organisations.json', {}],
		['bytes that are no text', 400, 'POST', '/organisations.json', { body: new Uint8Array([0x22, 0xff, 0x22]) }],
		[
			'another type',
			415,
			'POST',
			'/organisations.json',
			{ body: 'slug=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
		],
		['an unknown parameter', 400, 'POST', '/organisations.json?force=1', { body: '{}' }],
		['a dry run that is neither', 400, 'POST', '/organisations.json?dry_run=yes', { body: '{}' }],
		['a table', 405, 'POST', '/deals.csv', { body: '{}' }],
		['an empty batch', 422, 'POST', '/batch.json', { body: '{"operations": []}' }]
	])('%s', async (_what, status, method, address, { body, headers }) => {
		const response = await fetch(site.server.url + address, {
			method,
			headers: {
				'content-type': 'application/json',
				authorization: `Bearer ${key}`,
				...(headers as Record<string, string>)
			},
			body
		});
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect((await response.json()).detail).toMatch(/\.$/);
	});

	it('too much: a record of more than 1 MB, a batch above the setting, whether announced or not', async () => {
		const large = JSON.stringify(newcomer('large', { notes: 'x'.repeat(1_100_000) }));
		const stream = () => new Blob([JSON.stringify({ operations: [] }), ' '.repeat(3_000_000)]).stream();
		for (const [address, body] of [
			['/organisations.json', large],
			['/batch.json', ' '.repeat(3_000_000)],
			['/batch.json', stream()]
		] as const) {
			const response = await fetch(site.server.url + address, {
				method: 'POST',
				headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
				body,
				...(typeof body !== 'string' && { duplex: 'half' })
			});
			expect(response.status).toBe(413);
			expect((await response.json()).title).toBe('Content Too Large');
		}
	});

	const send = (method: string, address: string, body: string) =>
		fetch(site.server.url + address, {
			method,
			headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'if-match': `"${start}"` },
			body
		});

	it.each([
		['POST', '/organisations.json', '{"slug":"deep","name":"x","kind":"other","stakes":$}'],
		['PATCH', ORGANISATION, '{"stakes":$}'],
		['PUT', ORGANISATION, '{"stakes":$}'],
		['POST', '/batch.json', '{"operations":[{"method":"PATCH","address":"/organisations/acorn-ai.json","body":$}]}']
	])('a deep nest is not gone into: %s %s', async (method, address, body) => {
		for (const [open, close] of [
			['[', ']'],
			['{"a":', '}']
		] as const) {
			const nest = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
			const response = await send(method, address, body.replace('$', nest));
			expect(response.status).toBe(400);
			expect((await response.json()).detail).toContain('nested deeper');
		}
		const quoted = await send(method, address, body.replace('$', JSON.stringify('\\"[{'.repeat(100))));
		expect(quoted.status).not.toBe(400);
	});

	it('a megabyte of faults is answered with the first of them, and the server answers on', async () => {
		const sources = Array.from({ length: 4_000 }, (_, i) => ({ key: `${i}-`.padEnd(100, 'k') }));
		const events = [{ sources: Array.from({ length: 30_000 }, (_, i) => `unknown-${i}`) }];
		const unknown = Object.fromEntries(Array.from({ length: 45_000 }, (_, i) => [`field-${i}`, i]));
		for (const body of [{ sources, events }, unknown]) {
			const response = await send('POST', '/deals.json', JSON.stringify(body));
			expect(response.status).toBe(422);
			expect((await response.text()).length).toBeLessThan(100_000);
		}
		const operation = { method: 'POST', address: '/deals.json', body: {} };
		const many = await send('POST', '/batch.json', JSON.stringify({ operations: Array(8_000).fill(operation) }));
		const said = await many.json();
		expect(said.operations).toHaveLength(100);
		expect(said.detail).toContain('7,900 more operations fail');
	});

	afterAll(async () => expect(await site.revision()).toBe(start));
});
