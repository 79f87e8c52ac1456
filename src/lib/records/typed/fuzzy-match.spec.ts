import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestMatches } from './fuzzy-match';

const SLUGS = [
	'openai-aws-2025',
	'openai-oracle-2025',
	'anthropic-google-2025',
	'nvidia-openai-2025',
	'meta-hyperion-2024'
];
const find = (word: string, limit?: number) => nearestMatches(word, SLUGS, (slug) => [slug], limit);

describe('near', () => {
	it.each([
		['openai-aws-2024', 'openai-aws-2025'],
		['opnai-aws', 'openai-aws-2025'],
		['aws-openai-2025', 'openai-aws-2025'],
		['OpenAI Oracle', 'openai-oracle-2025'],
		['hyperion', 'meta-hyperion-2024'],
		['Ánthropic_Google', 'anthropic-google-2025']
	])('%s is first taken for %s', (word, slug) => {
		expect(find(word)[0]).toBe(slug);
	});

	it('offers nothing for what is like nothing', () => {
		expect(find('zzz-qqq')).toEqual([]);
		expect(find('')).toEqual([]);
		expect(find('\0'.repeat(50_000))).toEqual([]);
	});

	it('looks at titles as well as slugs', () => {
		const deals = [
			{ slug: 'a-1', title: 'Stargate Abilene campus' },
			{ slug: 'b-2', title: 'A chip order' }
		];
		expect(nearestMatches('stargate', deals, (deal) => [deal.slug, deal.title])).toEqual([deals[0]]);
	});

	it('keeps the limit and does not depend on the order of the candidates', () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray(SLUGS, { minLength: 5 }),
				fc.string(),
				fc.integer({ min: 1, max: 5 }),
				(list, word, n) => {
					const answer = nearestMatches(word, list, (slug) => [slug], n);
					expect(answer.length).toBeLessThanOrEqual(n);
					expect(answer).toEqual(find(word, n));
				}
			)
		);
	});

	it('finds the needle among many more candidates than the shortlist holds', () => {
		const many = Array.from({ length: 20_000 }, (_, i) => `openai-deal-${i}`);
		expect(nearestMatches('opanai-deal-17654', [...many], (slug) => [slug])[0]).toBe('openai-deal-17654');
	});
});

describe('editDistance', () => {
	it('counts insertions, deletions, replacements and swaps', () => {
		expect([editDistance('', 'abc'), editDistance('abc', 'acb'), editDistance('kitten', 'sitting')]).toEqual([3, 1, 3]);
	});

	it('is symmetric, zero only for equals, and no more than the longer word', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
				const distance = editDistance(a, b);
				expect(distance).toBe(editDistance(b, a));
				expect(distance === 0).toBe(a === b);
				expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
			})
		);
	});
});
