import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newcomer, Site } from './site';

let site: Site;
let cookie: string;
let key: string;

beforeAll(async () => {
	site = await Site.start();
	cookie = await site.first();
	key = await site.key(cookie, 'read', 'write');
});

afterAll(() => site.stop());

const ORGANISATION = '/organisations/acorn-ai.json';
const MERGE = 'application/merge-patch+json';

const write = (method: string, address: string, json?: unknown, headers?: Record<string, string>) =>
	site.write(key, method, address, json, headers);
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
			'Removed the organisation newco',
			'Changed the organisation newco',
			'Changed the organisation newco',
			'Seen in a filing'
		]);
		expect(history[0].who).toBe('Ann (by key)');
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
