import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsWhile } from '../support/calls';
import { startServer, type RunningServer } from '../support/server';
import { addressOf, LISTS } from './lists';

/** Addresses of tables and of records, in every format that they have. */
const ADDRESSES = [
	...LISTS.filter(({ path }) => !path.startsWith('/records/')).flatMap(({ path, formats }) =>
		formats.map((format) => addressOf(path, format))
	),
	'/deals/openai-aws-2025.json',
	'/deals/openai-aws-2025/schedule.csv',
	'/indicators/circularity.json',
	'/organisations/openai.csv',
	'/deals/openai-aws-2025/history.json'
];

/** What works rows out: each is called by the answer of some table, and by nothing that a start or a check does. */
const WORKERS = ['spend', 'wtf', 'flows', 'loops', 'scenarios', 'sensitivity', 'changes', 'capexCurveRows'];

describe('no row is worked out', () => {
	it('for HEAD, and for a 304', async () => {
		const calls = await callsWhile(async (url) => {
			for (const address of ADDRESSES) {
				const head = await fetch(url + address, { method: 'HEAD' });
				const tag = head.headers.get('etag') ?? '';
				expect([address, head.status, tag]).toEqual([address, 200, expect.stringMatching(/^"[^"]+"$/)]);
				const same = await fetch(url + address, { headers: { 'if-none-match': tag } });
				expect([address, same.status, same.headers.get('etag')]).toEqual([address, 304, tag]);
			}
		});
		expect(Object.fromEntries([...WORKERS, 'publish'].map((name) => [name, calls.get(name) ?? 0]))).toEqual(
			Object.fromEntries([...WORKERS, 'publish'].map((name) => [name, 0]))
		);
	});

	it('but is for GET, so that the counters are known to count', async () => {
		const calls = await callsWhile(async (url) => {
			for (const address of [
				'/spend.csv',
				'/deals.csv',
				'/wtf.csv',
				'/flows.csv',
				'/flows/loops.csv',
				'/scenarios.csv'
			])
				await (await fetch(url + address)).arrayBuffer();
			for (const address of ['/sensitivity.csv', '/changes.csv', '/capex/curves.csv'])
				await (await fetch(url + address)).arrayBuffer();
		});
		for (const name of [...WORKERS, 'publish']) expect(calls.get(name), name).toBeGreaterThan(0);
	});
});

describe('a strong ETag names one sequence of bytes', () => {
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer();
	});
	afterAll(() => server.stop());

	const ask = async (address: string, encoding: string, more: Record<string, string> = {}, method = 'GET') => {
		const headers = { 'accept-encoding': encoding, ...more };
		const response = await fetch(server.url + address, { method, headers });
		await response.arrayBuffer();
		const told = (name: string) => response.headers.get(name);
		return {
			status: response.status,
			tag: told('etag') ?? '',
			coding: told('content-encoding'),
			vary: told('vary') ?? ''
		};
	};

	it.each(['/deals.csv', '/deals.json', '/', '/deals/openai-aws-2025'])(
		'%s has one for each content coding, which HEAD and a 304 repeat',
		async (address) => {
			const tags = new Set<string>();
			for (const [encoding, coding] of [
				['identity', null],
				['gzip', 'gzip'],
				['br', 'br']
			] as const) {
				const got = await ask(address, encoding);
				expect(got).toMatchObject({ status: 200, coding });
				expect(got.vary.toLowerCase()).toContain('accept-encoding');
				tags.add(got.tag);
				expect((await ask(address, encoding, {}, 'HEAD')).tag).toBe(got.tag);
				const same = await ask(address, encoding, { 'if-none-match': got.tag });
				expect(same).toMatchObject({ status: 304, tag: got.tag });
				expect(same.vary.toLowerCase()).toContain('accept-encoding');
			}
			expect(tags.size).toBe(3);
		}
	);

	it('is not taken for the one of another coding that the asker does not accept', async () => {
		const { tag } = await ask('/deals.csv', 'gzip');
		expect((await ask('/deals.csv', 'identity', { 'if-none-match': tag })).status).toBe(200);
		expect((await ask('/deals.csv', 'br', { 'if-none-match': tag })).status).toBe(200);
	});

	it('of a format that is packed already is the same however it is asked', async () => {
		const tags = await Promise.all(['identity', 'gzip'].map((encoding) => ask('/deals.xlsx', encoding)));
		expect(tags.map(({ coding }) => coding)).toEqual([null, null]);
		expect(tags[0]!.tag).toBe(tags[1]!.tag);
	});
});
