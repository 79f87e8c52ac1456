import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newcomer, Site, type Sent } from './site';

let site: Site;
let cookie: string;
let key: string;

beforeAll(async () => {
	site = await Site.start({ env: { BODY_SIZE_LIMIT: '2M' } });
	cookie = await site.first();
	key = await site.key(cookie, 'read', 'write');
});

afterAll(() => site.stop());

const MERGE = 'application/merge-patch+json';
const ORGANISATION = '/organisations/acorn-ai.json';

/** A write by a program with a key; gives the status, the headers and what was said. */
async function write(method: string, address: string, json?: unknown, headers: Record<string, string> = {}) {
	const sent: Sent = { method, key, json, headers };
	const response = await site.send(address, sent);
	return { status: response.status, headers: response.headers, said: JSON.parse(await response.text()) };
}

const read = async (address: string) => (await site.send(address, { key })).json();

describe('one record', () => {
	it('is added, read, merged, replaced and removed, a revision each, signed and with its reason', async () => {
		const start = await site.revision();
		const added = await write('POST', '/organisations.json?why=Seen%20in%20a%20filing', newcomer('newco'));
		expect(added).toMatchObject({
			status: 201,
			said: { revision: start + 1, record_revision: start + 1, slug: 'newco' }
		});
		expect(added.headers.get('location')).toBe('/organisations/newco.json');
		expect(await read('/organisations/newco.json')).toMatchObject({
			record_revision: start + 1,
			record: newcomer('newco')
		});

		const tag = added.headers.get('etag') ?? '';
		const merged = await write(
			'PATCH',
			'/organisations/newco.json',
			{ country: 'US', notes: 'Made up.' },
			{ 'if-match': tag, 'content-type': MERGE }
		);
		expect(merged).toMatchObject({
			status: 200,
			said: {
				changes: [
					{ path: 'country', after: 'US' },
					{ path: 'notes', after: 'Made up.' }
				]
			}
		});
		const { record, record_revision } = await read('/organisations/newco.json');
		const replaced = await write(
			'PUT',
			'/organisations/newco.json',
			{ ...record, country: undefined },
			{ 'if-match': `"${record_revision}"` }
		);
		expect(replaced).toMatchObject({
			status: 200,
			said: { revision: start + 3, changes: [{ path: 'country', before: 'US' }] }
		});
		const same = await write('PUT', '/organisations/newco.json', replaced.said.record, {
			'if-match': `"${start + 3}"`
		});
		expect(same).toMatchObject({ status: 200, said: { revision: start + 3, record_revision: start + 3, changes: [] } });

		const removed = await write('DELETE', '/organisations/newco.json', undefined, { 'if-match': `"${start + 3}"` });
		expect(removed).toMatchObject({ status: 200, said: { revision: start + 4, record: null, record_revision: null } });
		expect((await site.send('/organisations/newco.json')).status).toBe(404);
		const { history } = await read('/history.json');
		expect(history.slice(0, 4).map(({ why }: { why: string }) => why)).toEqual([
			'Removed newco (organisations)',
			'Changed newco (organisations)',
			'Changed newco (organisations)',
			'Seen in a filing'
		]);
		expect(history[0].who).toMatch(/^Ann \(key bo_[0-9a-f]{8}\)$/);
	});

	it('that was read by any answer may be changed with the ETag of that answer', async () => {
		const response = await site.send('/deals/deal-000.json');
		const { record } = await response.json();
		const put = await write('PUT', '/deals/deal-000.json?dry_run=1', record, {
			'if-match': response.headers.get('etag') ?? ''
		});
		expect(put).toMatchObject({ status: 200, said: { changes: [] } });
	});

	it('is written by somebody who is signed in, from a page of the site', async () => {
		const headers = { 'if-match': `"${await site.revision()}"` };
		const sent = { method: 'PATCH', cookie, json: { notes: 'By hand.' }, headers };
		expect((await site.send(ORGANISATION, sent)).status).toBe(200);
		const foreign = { ...sent, headers: { ...headers, origin: 'https://evil.example' } };
		expect((await site.send(ORGANISATION, foreign)).status).toBe(403);
		expect((await site.send(ORGANISATION, { ...sent, cookie: undefined })).status).toBe(403);
		// A key beside a cookie and no origin: something that a browser was made to send.
		expect(
			(await site.send(ORGANISATION, { ...sent, cookie: undefined, key, headers: { ...headers, cookie } })).status
		).toBe(403);
	});
});

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

	it('a deep nest of lists is refused like any other', async () => {
		const body = `{"slug":"deep","name":"x","kind":"other","stakes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
		const response = await fetch(`${site.server.url}/organisations.json`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
			body
		});
		expect([400, 422]).toContain(response.status);
	});

	afterAll(async () => expect(await site.revision()).toBe(start));
});

describe('a rehearsal', () => {
	it('says what would differ and what it does to the totals, and writes nothing', async () => {
		const start = await site.revision();
		const { record } = await read('/deals/deal-000.json');
		const events = [
			...record.events,
			{
				on: '2025-12-31',
				type: 'amended',
				value: { central: 1_000_000_000_000 },
				note: 'More.',
				sources: [record.sources[0].key]
			}
		];
		const rehearsed = await write('PATCH', '/deals/deal-000.json?dry_run=1', { events }, { 'if-match': `"${start}"` });
		expect(rehearsed).toMatchObject({ status: 200, said: { dry_run: true, revision: start, record_revision: null } });
		expect(rehearsed.said.changes).toHaveLength(1);
		const { before, after } = rehearsed.said.totals;
		expect(after.headline_usd).toBeGreaterThan(before.headline_usd);
		expect(await site.revision()).toBe(start);

		const done = await write('PATCH', '/deals/deal-000.json', { events }, { 'if-match': `"${start}"` });
		expect(done.status).toBe(200);
		const { reconciliation } = await read('/reconciliation.json');
		expect(reconciliation[0].amount_usd).toBe(after.headline_usd);
		expect(reconciliation.at(-1).amount_usd).toBe(after.counted_usd);
	});
});

describe('two at once', () => {
	it('of ten that have read the same one writes; the others get both versions', async () => {
		const revision = await site.revision();
		const all = await Promise.all(
			Array.from({ length: 10 }, (_, i) =>
				write('PATCH', ORGANISATION, { notes: `Version ${i}` }, { 'if-match': `"${revision}"` })
			)
		);
		const [won] = all.filter(({ status }) => status === 200);
		const lost = all.filter(({ status }) => status === 412);
		expect(lost).toHaveLength(9);
		for (const { said } of lost) {
			expect(said).toMatchObject({
				record_revision: revision + 1,
				current: { notes: won?.said.record.notes },
				yours: { notes: expect.any(String) }
			});
			expect(said.base).toMatchObject({ slug: 'acorn-ai' });
		}
		expect(await site.revision()).toBe(revision + 1);
	});

	it('of ten that add the same one does', async () => {
		const all = await Promise.all(
			Array.from({ length: 10 }, () => write('POST', '/organisations.json', newcomer('twice')))
		);
		expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
	});
});

describe('a request that comes again', () => {
	it('is answered as the first time and writes once; the key with another request is refused', async () => {
		const start = await site.revision();
		const headers = { 'idempotency-key': 'import-1' };
		const all = await Promise.all(
			Array.from({ length: 5 }, () => write('POST', '/organisations.json', newcomer('again'), headers))
		);
		expect(all.map(({ status }) => status)).toEqual(Array(5).fill(201));
		expect(new Set(all.map(({ said }) => JSON.stringify(said))).size).toBe(1);
		expect(all.filter(({ headers: got }) => got.get('idempotency-replayed') === 'true')).toHaveLength(4);
		expect(await site.revision()).toBe(start + 1);
		for (const [address, json] of [
			['/organisations.json', newcomer('other')],
			['/organisations.json?why=x', newcomer('again')]
		] as const) {
			expect((await write('POST', address, json, headers)).status).toBe(422);
		}
		expect(
			(await write('POST', '/organisations.json', newcomer('other'), { 'idempotency-key': 'two words' })).status
		).toBe(400);
	});

	it('is not taken for another writer’s with the same key, and a refused one may be sent again', async () => {
		const bob = await site.account(cookie, 'bob', 'editor');
		const other = await site.key(bob, 'write');
		const headers = { 'idempotency-key': 'import-2' };
		expect((await write('POST', '/organisations.json', newcomer('ours', { kind: 'zoo' }), headers)).status).toBe(422);
		expect((await write('POST', '/organisations.json', newcomer('ours'), headers)).status).toBe(201);
		const theirs = await site.send('/organisations.json', { key: other, json: newcomer('theirs'), headers });
		expect(theirs.status).toBe(201);
	});
});

describe('a batch', () => {
	const add = (slug: string, more = {}) => ({
		method: 'POST',
		address: '/organisations.json',
		body: newcomer(slug, more)
	});

	it('is one revision, in which later operations see what earlier ones do', async () => {
		const start = await site.revision();
		const operations = [
			add('batch-one'),
			{ method: 'PATCH', address: '/deals/deal-001.json', if_match: start, body: { payers: ['batch-one'] } },
			{ method: 'DELETE', address: '/organisations/twice.json', if_match: String(start) }
		];
		const { status, said } = await write('POST', '/batch.json?why=Moved', { operations });
		expect(status).toBe(200);
		expect(said).toMatchObject({
			revision: start + 1,
			records: [{ slug: 'batch-one' }, { slug: 'deal-001' }, { slug: 'twice', record: null }]
		});
		expect(await site.revision()).toBe(start + 1);
	});

	it('is written whole or not at all, and names every operation that fails', async () => {
		const start = await site.revision();
		const operations = [
			add('batch-two'),
			add('batch-three', { kind: 'zoo' }),
			{ method: 'DELETE', address: ORGANISATION, if_match: '1' },
			add('batch-two')
		];
		const { status, said } = await write('POST', '/batch.json', { operations });
		expect(status).toBe(422);
		expect(
			said.operations.map(({ operation, status: each }: { operation: number; status: number }) => [operation, each])
		).toEqual([
			[1, 422],
			[2, 412],
			[3, 422]
		]);
		expect(await site.revision()).toBe(start);
		expect((await site.send('/organisations/batch-two.json')).status).toBe(404);
	});

	it('that cannot be read says where', async () => {
		const operations = [
			{ method: 'GET', address: '/deals/x.csv', if_match: '*', extra: 1 },
			7,
			{ method: 'DELETE', address: ORGANISATION, body: {} }
		];
		const { status, said } = await write('POST', '/batch.json', { operations });
		expect(status).toBe(422);
		expect(said.errors.map(({ path }: { path: string }) => path)).toEqual(
			expect.arrayContaining([
				'operations[0].method',
				'operations[0].address',
				'operations[0].if_match',
				'operations[0].extra',
				'operations[1].method',
				'operations[2].body'
			])
		);
	});
});
