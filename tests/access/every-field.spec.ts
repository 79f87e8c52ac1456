import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, keyFields, recordKey, type RecordOf } from '$lib/records/keys';
import { RECORD_KINDS, type RecordKind, type Records } from '$lib/records';
import { datasetFiles, writeDataset } from '$lib/server/dataset/write';
import { fullLedger } from '../support/full';
import { Site } from './site';

/** A record in which every field is set, written over HTTP and read back from there. */

const folder = mkdtempSync(path.join(tmpdir(), 'buildout-every-field-'));
/** What stands in the ledger, and what is put in its place. */
const [stands, comes] = fc.sample(fullLedger, { numRuns: 2 }) as [Records, Records];

let site: Site;
let key: string;
beforeAll(async () => {
	writeDataset(folder, datasetFiles(stands, folder));
	site = await Site.start({ data: folder });
	key = await site.key(await site.first(), 'read', 'write');
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true });
});

/** The record that takes the place of another: all is its own but what names it. */
function inPlaceOf<K extends RecordKind>(kind: K, old: RecordOf<K>, record: RecordOf<K>): RecordOf<K> {
	return { ...record, ...Object.fromEntries(keyFields(kind, old).map((name) => [name, Reflect.get(old, name)])) };
}

const get = (address: string, headers?: Record<string, string>) => site.send(address, { headers });

describe.each(RECORD_KINDS)('every field of %s', (kind) => {
	const pairs = stands[kind].map((old, i) => {
		const record = inPlaceOf(kind, old, comes[kind][i]!);
		return { old, record, address: `/${kind}/${idOf(recordKey(kind, old))}.json` };
	});

	it('is read as it was recorded, by an ETag that holds until it changes', async () => {
		for (const { old, address } of pairs) {
			const response = await get(address);
			const tag = response.headers.get('etag') ?? '';
			expect([response.status, tag]).toEqual([200, expect.stringMatching(/^"[^"]+"$/)]);
			expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
			expect(response.headers.get('content-type')).toMatch(/^application\/json/);
			expect(await response.json()).toMatchObject({ record_revision: 1, record: old });
			expect((await get(address, { 'if-none-match': tag })).status).toBe(304);
			expect((await site.send(address, { method: 'HEAD' })).headers.get('etag')).toBe(tag);
		}
	});

	it('is put over HTTP and read back, and only where the record is still the one that was read', async () => {
		const differing = pairs.filter(({ old, record }) => JSON.stringify(old) !== JSON.stringify(record));
		expect(differing.length).toBeGreaterThan(0);
		for (const { old, record, address } of differing) {
			const before = await get(address);
			const ifMatch = { 'if-match': `"${(await before.json()).record_revision}"` };
			expect((await site.write(key, 'PUT', address, record)).status).toBe(428);
			const put = await site.write(key, 'PUT', address, record, ifMatch);
			expect(put).toMatchObject({ status: 200, said: { record } });
			expect(put.headers.get('etag')).toBe(`"${put.said.record_revision}"`);

			const after = await get(address, { 'if-none-match': before.headers.get('etag') ?? '' });
			expect(after.status).toBe(200);
			const said = await after.json();
			expect(said.record).toEqual(record);
			expect(said.record_revision).toBe(put.said.record_revision);

			expect((await site.write(key, 'PUT', address, old, ifMatch)).status).toBe(412);
			expect((await get(address)).headers.get('etag')).toBe(after.headers.get('etag'));
		}
	});
});
