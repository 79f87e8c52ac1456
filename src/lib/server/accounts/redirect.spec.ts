import { expect, it } from 'vitest';
import { pathAfter } from './redirect';

const SITE = 'https://ledger.example.org';

it.each([
	['/deals?scope=us', '/deals?scope=us'],
	['/users', '/users'],
	['/deals/../capex', '/capex'],
	['/import/upload?name=x', '/import'],
	['/logouts', '/logouts']
])('leads to %s of this site', (asked, path) => expect(pathAfter(asked, SITE)).toBe(path));

it.each([
	null,
	'',
	'deals',
	'https://evil.example',
	'//evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'/.//evil.example',
	'/deals/..//evil.example',
	'javascript:alert(1)',
	'https://ledger.example.org.evil.example',
	'/@evil.example\\',
	'/login?to=/login',
	'/logout',
	'/setup/x'
])('leads to the account instead of %j', (asked) => expect(pathAfter(asked, SITE)).toBe('/account'));
