import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatOf } from '$lib/formats';
import { startServer, type RunningServer } from '../support/server';
import { getJson } from './get';
import { addressOf, LISTS } from './lists';

const records = [
	'/deals/openai-aws-2025',
	'/projections/thompson-us-2026-2027',
	'/indicators/circularity',
	'/organisations/openai',
	'/capex/amazon--payments_for_ppe--2019-01-01--2019-03-31',
	'/guidance/amazon--cash_capex_net_of_proceeds--2025-07-31--2025-01-01--2025-12-31'
];
const addresses = [
	...LISTS.flatMap(({ path, formats }) => formats.map((format) => [addressOf(path, format), format] as const)),
	...records.flatMap((path) => (['json', 'csv'] as const).map((format) => [addressOf(path, format), format] as const))
];

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ env: { BUILDOUT_TODAY: '2026-11-23' } });
});
afterAll(() => server.stop());

describe.each(addresses)('%s', (address, format) => {
	it('says what it is, under which name to save it, and that any site may read it', async () => {
		const response = await fetch(server.url + address, { headers: { origin: 'https://a.example' } });
		expect(response.status).toBe(200);
		expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
		const get = (name: string) => response.headers.get(name);
		expect(get('content-type')).toBe(formatOf(format).type);
		expect(get('content-disposition')).toMatch(
			new RegExp(`^${format === 'json' ? 'inline' : 'attachment'}; filename="buildout-[\\w-]+_2026-11-23\\.${format}"$`)
		);
		expect(get('x-content-type-options')).toBe('nosniff');
		expect(get('access-control-allow-origin')).toBe('*');
		expect(get('access-control-expose-headers')).toContain('etag');
		expect(get('set-cookie')).toBeNull();
		expect(get('cache-control')).toContain('public');
	});

	it('is not sent again to whoever has it, and is when the question differs', async () => {
		const ask = (tag: string, query = '') => {
			const joined = query && `${address.includes('?') ? '&' : '?'}${query}`;
			return fetch(server.url + address + joined, { headers: { 'if-none-match': tag } });
		};
		const first = await ask('"another"');
		const tag = first.headers.get('etag') ?? '';
		expect([first.status, tag]).toEqual([200, expect.stringMatching(/^"[^"]+"$/)]);
		await first.arrayBuffer();
		for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
			const again = await ask(known);
			expect([again.status, await again.text(), again.headers.get('etag')], known).toEqual([304, '', tag]);
		}
		// `*` names no bytes: what it is told of them is the ETag of the answer without a content coding.
		const any = await ask('*');
		expect([any.status, await any.text(), any.headers.get('etag')]).toEqual([304, '', tag.replace(/-gzip"$/, '"')]);
		const other = await ask(tag, 'firmness=definitive');
		expect(other.status).toBe(200);
		expect(other.headers.get('etag')).not.toBe(tag);
		await other.arrayBuffer();
	});

	it('answers HEAD with the headers of GET and nothing else', async () => {
		const got = await fetch(server.url + address);
		const head = await fetch(server.url + address, { method: 'HEAD' });
		await got.arrayBuffer();
		expect([head.status, await head.text()]).toEqual([200, '']);
		for (const name of ['content-type', 'content-disposition', 'etag', 'cache-control', 'vary'])
			expect(head.headers.get(name), name).toBe(got.headers.get(name));
		// HEAD says how many rows there are only where that is known without working them out.
		const told = head.headers.get('x-total-rows');
		if (told !== null) expect(told).toBe(got.headers.get('x-total-rows'));
	});

	it('lets a script of another site ask first, and takes nothing but reading', async () => {
		const asked = await fetch(server.url + address, { method: 'OPTIONS', headers: { origin: 'https://a.example' } });
		expect(asked.status).toBe(204);
		expect(asked.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const response = await fetch(server.url + address, { method, headers: { origin: server.url } });
			// A record may be written by whoever has signed in; a list never.
			expect([method, response.status]).toEqual([method, expect.toBeOneOf([401, 405])]);
			expect(response.headers.get('content-type')).toBe('application/problem+json');
		}
	});
});

/** Members that the format of the dataset names without a unit; they come as they are written there. */
const AS_WRITTEN = new Set(['low', 'central', 'high', 'amount', 'min', 'max']);
/** A number this large is money, and has to say so. */
const SURELY_DOLLARS = 1e7;

/** Every name and every number of an answer in JSON, with where it stands. */
function* members(value: unknown, name = '', place = ''): Generator<{ name: string; value: unknown; place: string }> {
	if (name) yield { name, value, place };
	if (Array.isArray(value)) for (const each of value) yield* members(each, '', place);
	else if (value !== null && typeof value === 'object')
		for (const [key, inner] of Object.entries(value)) yield* members(inner, key, `${place}.${key}`);
}

describe('JSON', () => {
	const jsons = addresses.filter(([, format]) => format === 'json').map(([address]) => address);

	it.each(jsons)('%s is named in snake_case, and money says that it is dollars', async (address) => {
		for (const { name, value, place } of members(await getJson<unknown>(server.url + address))) {
			expect(name, place).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
			if (typeof value === 'number' && Math.abs(value) > SURELY_DOLLARS && !AS_WRITTEN.has(name))
				expect(name, place).toMatch(/_usd$/);
		}
	});

	it.each(LISTS)('$path says what was asked, of which ledger, and how many there are', async ({ path, name }) => {
		const query = 'scope=global&firmness=definitive&as_of=2026-05-04&per_page=2';
		const body = await getJson<Record<string, unknown>>(server.url + addressOf(path, 'json', query));
		expect(Object.keys(body).slice(0, 4)).toEqual(['question', 'as_of', 'revision', 'count']);
		// The fixture says how far it was looked: an answer never claims to know of later days.
		expect(body).toHaveProperty('covered_to', expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/));
		expect(Object.keys(body).at(-1)).toBe(name);
		expect(body).toMatchObject({
			question: { scope: 'global', firmness: 'definitive', estimate: 'central' },
			as_of: '2026-05-04',
			revision: 1
		});
		expect((body[name] as unknown[]).length).toBe(2);
		expect(body['count']).toBeGreaterThan(2);
		const total = await fetch(server.url + addressOf(path, 'csv', query.replace('&per_page=2', '')));
		await total.arrayBuffer();
		expect(total.headers.get('x-total-rows')).toBe(String(body['count']));
	});

	it.each(LISTS)('$path has an empty page past its last one', async ({ path, name }) => {
		const body = await getJson<Record<string, unknown>>(server.url + addressOf(path, 'json', 'page=999999'));
		expect(body[name]).toEqual([]);
		expect(body['count']).toBeGreaterThan(0);
	});
});
