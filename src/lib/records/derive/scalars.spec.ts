import { describe, expect, it } from 'vitest';
import { address, line, slug, text } from './scalars.server';

describe('a text', () => {
	it.each([
		['turned about', 'paid \u202e000,1'],
		['isolated', 'paid \u2066x\u2069'],
		['with a control character of the second set', 'a\u0085b'],
		['with what is no character', 'a\uffffb'],
		['with half a character', 'a\ud800b'],
		['that nobody can see', '\u200b\u200d\u2060'],
		['of blanks that are no spaces', '\u3164\u2800\u00a0']
	])('is refused %s, and why is said', (_, value) => {
		for (const schema of [text, line()]) {
			const { error } = schema.safeParse(value);
			expect(error?.issues[0]?.message).toMatch(/without control characters|that can be seen/);
		}
	});

	it.each(['Ä 日本語 🏳️‍🌈', 'שלום', 'co\u00adoperate', 'می\u200cخواهم'])('is taken in any script: %s', (value) => {
		expect(line().safeParse(value).success).toBe(true);
	});
});

describe('an address', () => {
	it.each([
		'http:deals/new',
		'https:/x.example',
		'https://www.reuters.com@evil.example/',
		'https://a:b@c.example/',
		'javascript:alert(1)',
		'https://a b.example/'
	])('is refused where it leads elsewhere than it seems: %s', (value) => {
		expect(address.safeParse(value).success).toBe(false);
	});

	it.each(['https://x.example/@who?mail=a@b.c', 'HTTP://X.example'])('is taken: %s', (value) => {
		expect(address.safeParse(value).success).toBe(true);
	});
});

it('a slug is none of the words that have a page of their own', () => {
	expect(slug.safeParse('new').error?.issues[0]?.message).toContain('a page of its own');
	expect(slug.safeParse('new-deal').success).toBe(true);
});
