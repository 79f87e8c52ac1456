import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, startServer, type RunningServer } from '../support/server';

let server: RunningServer;

beforeAll(async () => {
	server = await startServer({ data: path.join(root, 'tests/vectors/small/dataset') });
});

afterAll(() => server.stop());

describe('writes', () => {
	const send = (host: string, headers: Record<string, string>) =>
		fetch(`http://${host}:${server.port}/nothing-here`, { method: 'POST', headers, body: '{}' });

	it.each([
		['a foreign site', 'localhost', () => 'https://evil.example'],
		['another port', 'localhost', () => 'http://localhost:1'],
		['a page without origin', 'localhost', () => 'null']
	])('from %s are refused, whatever their content type', async (_from, host, origin) => {
		for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain']) {
			const response = await send(host, { origin: origin(), 'content-type': type });
			expect(response.status).toBe(403);
			expect(await response.text()).toContain('nothing was changed');
		}
	});

	it.each(['localhost', '127.0.0.1'])('from the page on %s get as far as its route', async (host) => {
		const response = await send(host, { origin: `http://${host}:${server.port}`, 'content-type': 'application/json' });
		expect([404, 405]).toContain(response.status);
	});
});

describe('a data address', () => {
	it('that does not exist answers with a problem, readable from any site', async () => {
		const response = await fetch(`${server.url}/nothing-here.json`);
		expect(response.status).toBe(404);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(await response.json()).toMatchObject({ status: 404, detail: 'There is no data at /nothing-here.json.' });
	});

	it('that is only read says so, with what it allows', async () => {
		const response = await fetch(`${server.url}/deals.json`, { method: 'DELETE', headers: { origin: server.url } });
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toContain('GET');
		expect(await response.json()).toMatchObject({ status: 405, detail: '/deals.json does not take DELETE.' });
	});

	it('lets a script of another site ask first', async () => {
		const response = await fetch(`${server.url}/deals.csv`, {
			method: 'OPTIONS',
			headers: { origin: 'https://a.example' }
		});
		expect(response.status).toBe(204);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
	});
});

describe('a page', () => {
	it('runs no script but its own and is framed by no other site', async () => {
		const response = await fetch(server.url);
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toMatch(/script-src 'self'( 'sha256-[^']+')+;/);
		expect(policy).not.toMatch(/script-src[^;]*unsafe/);
		expect(policy).toContain("frame-ancestors 'self'");
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('access-control-allow-origin')).toBeNull();
		await response.text();
	});

	it('is the same to the byte when asked again, so that it keeps its ETag', async () => {
		const [first, second] = [await fetch(server.url), await fetch(server.url)];
		expect(await first.text()).toBe(await second.text());
		expect(first.headers.get('etag')).toBe(second.headers.get('etag'));
	});
});

it.each([
	['a lone percent sign', '/%'],
	['a zero byte', '/%00'],
	['a way out of the folder', '/..%2f..%2fetc/passwd'],
	['a very long name', `/${'a'.repeat(9000)}`],
	['an empty name', '//'],
	['bytes that are no text', '/deals/%ff.json']
])('answers an odd address, %s, without a fault or a stack trace', async (_what, address) => {
	const response = await fetch(`${server.url}${address}`);
	expect(response.status).toBeLessThan(500);
	expect(await response.text()).not.toMatch(/\n\s+at |file:\/\/|node:internal/);
});
