import { describe, expect, it } from 'vitest';
import { StartFault } from './fault';
import { readSettings } from './settings';

describe('settings', () => {
	it('has a default for each', () => {
		expect(readSettings({})).toEqual({
			data: 'data',
			db: 'data/buildout.db',
			host: '127.0.0.1',
			port: 3000,
			origin: 'http://localhost:3000',
			today: null,
			private: false,
			bodySizeLimit: 16 * 1024 * 1024,
			importSizeLimit: 1024 ** 3,
			addressHeader: null,
			proxies: 1
		});
	});

	it('takes an empty value as not set and trims the others', () => {
		expect(readSettings({ PORT: '', ORIGIN: ' ', BUILDOUT_DATA: ' there ' })).toMatchObject({
			port: 3000,
			data: 'there'
		});
	});

	it('lets the default origin follow the port', () => {
		expect(readSettings({ PORT: '8080' }).origin).toBe('http://localhost:8080');
	});

	it.each([
		['https://Ledger.Example.org/', 'https://ledger.example.org'],
		['http://10.0.0.7:8080', 'http://10.0.0.7:8080'],
		['https://example.org:443', 'https://example.org']
	])('reads the origin %s', (given, origin) => expect(readSettings({ ORIGIN: given }).origin).toBe(origin));

	it.each([
		['512K', 512 * 1024],
		['2m', 2 * 1024 ** 2],
		['1G', 1024 ** 3],
		['1000', 1000]
	])('reads the size %s', (given, bytes) => expect(readSettings({ BODY_SIZE_LIMIT: given }).bodySizeLimit).toBe(bytes));

	it.each([
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '3e3'],
		['PORT', '-1'],
		['PORT', 'http'],
		['ADDRESS_HEADER', 'X-Forwarded-For: 1'],
		['XFF_DEPTH', '0'],
		['HOST', 'http://localhost'],
		['HOST', 'two words'],
		['ORIGIN', 'localhost:3000'],
		['ORIGIN', 'example.org'],
		['ORIGIN', 'ftp://example.org'],
		['ORIGIN', 'https://example.org/ledger'],
		['ORIGIN', 'https://me@example.org'],
		['ORIGIN', 'https://example.org?x=1'],
		['BUILDOUT_TODAY', '2026-02-30'],
		['BUILDOUT_TODAY', '2026-11'],
		['BUILDOUT_TODAY', '1989-12-31'],
		['BUILDOUT_TODAY', 'today'],
		['BUILDOUT_PRIVATE', 'perhaps'],
		['BODY_SIZE_LIMIT', '0'],
		['BODY_SIZE_LIMIT', '16 MB'],
		['BODY_SIZE_LIMIT', '2G'],
		['BODY_SIZE_LIMIT', 'Infinity']
	])('refuses %s=%s with one sentence', (name, value) => {
		expect(() => readSettings({ [name]: value })).toThrow(StartFault);
		expect(() => readSettings({ [name]: value })).toThrow(
			new RegExp(`^${name}: expected .+, got "${value.replace('?', '\\?')}"\\.$`)
		);
	});

	it('names every wrong one at once', () => {
		const wrong = () => readSettings({ PORT: 'x', ORIGIN: 'y', BUILDOUT_TODAY: 'z' });
		expect(wrong).toThrow(/^PORT: [^\n]+\nORIGIN: [^\n]+\nBUILDOUT_TODAY: [^\n]+$/);
	});
});
