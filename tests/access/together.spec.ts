import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newcomer, Site } from './site';

let site: Site;

let key: string;

beforeAll(async () => {
	site = await Site.start();

	key = await site.key(await site.first(), 'read', 'write');
});

afterAll(() => site.stop());

const ORGANISATION = '/organisations/acorn-ai.json';

const write = (method: string, address: string, json?: unknown, headers?: Record<string, string>) =>
	site.write(key, method, address, json, headers);

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
