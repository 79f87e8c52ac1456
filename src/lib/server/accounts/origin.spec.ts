import { describe, expect, it } from 'vitest';
import { mayWrite } from './origin';

const SITE = 'http://localhost:3000';
const HERE = { host: 'localhost:3000' };

describe('a request that writes', () => {
	it.each<[string, Record<string, string>]>([
		['a form on the site itself', { ...HERE, origin: SITE }],
		['the site behind a proxy that passes another Host', { host: 'app:8080', origin: SITE }],
		['a form on 127.0.0.1', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }],
		['a form on [::1]', { host: '[::1]:3000', origin: 'http://[::1]:3000' }],
		['another spelling of Host', { host: 'LocalHost:3000', origin: SITE }],
		['a program with a key', { ...HERE, authorization: 'Bearer key' }]
	])('passes from %s', (_from, headers) => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
			expect(mayWrite(method, new Headers(headers), SITE)).toBe(true);
	});

	it.each<[string, Record<string, string>]>([
		['a foreign site', { ...HERE, origin: 'https://evil.example' }],
		['a foreign site that sends JSON', { ...HERE, origin: 'https://evil.example', 'content-type': 'application/json' }],
		[
			'a name that was bound to this machine afterwards',
			{ host: 'evil.example:3000', origin: 'http://evil.example:3000' }
		],
		['another port of this machine', { ...HERE, origin: 'http://localhost:4000' }],
		['a loopback page that calls another Host', { ...HERE, origin: 'http://127.0.0.1:3000' }],
		[
			'a name that only begins like loopback',
			{ host: 'localhost.evil.example:3000', origin: 'http://localhost.evil.example:3000' }
		],
		['a page without an origin', { ...HERE, origin: 'null' }],
		['a broken origin', { ...HERE, origin: 'http://' }],
		['an empty origin', { ...HERE, origin: '' }],
		['a program without a key', { ...HERE }],
		['a program with a key and a cookie', { ...HERE, authorization: 'Bearer key', cookie: 'session=1' }],
		['a browser that left Origin out', { ...HERE, authorization: 'Bearer key', 'sec-fetch-site': 'cross-site' }]
	])('is refused from %s', (_from, headers) => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'PROPFIND']) {
			expect(mayWrite(method, new Headers(headers), SITE)).toBe(false);
		}
	});
});

it('lets everybody read', () => {
	for (const method of ['GET', 'HEAD', 'OPTIONS']) {
		expect(mayWrite(method, new Headers({ origin: 'https://evil.example' }), SITE)).toBe(true);
	}
});
