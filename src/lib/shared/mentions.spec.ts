import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { ask } from '$lib/features/ask';
import { recordsIn } from '../../../tests/support/reference';
import { mentionPattern, proseParts, proseText } from './prose';

const book = compile(recordsIn());

describe('what texts of records speak of', () => {
	it('is called by its title and leads to its page; a word with a hyphen is left as it is', () => {
		const mentions = { 'openai-aws-2025': { title: 'OpenAI at AWS', href: '/deals/openai-aws-2025' } };
		const text = 'A five-year contract, kept apart in openai-aws-2025.';
		expect(proseParts(text, mentions)).toEqual([
			{ text: 'A five-year contract, kept apart in ' },
			{ text: 'OpenAI at AWS', href: '/deals/openai-aws-2025' },
			{ text: '.' }
		]);
		expect(proseText(text, mentions)).toBe('A five-year contract, kept apart in “OpenAI at AWS”.');
	});

	it('is known of every deal and projection: no name in addresses is left in their texts', async () => {
		let mentioned = 0;
		for (const { deal } of book.entries) {
			const asked = await ask('deal', book, new URLSearchParams(), '2026-11-23', deal.slug);
			if (asked.status !== 200) throw new Error(deal.slug);
			const texts = [deal.notes, deal.summary, ...deal.events.map((event) => event.note)];
			for (const text of texts.filter((each) => each !== undefined)) {
				const parts = proseParts(text, asked.mentions);
				mentioned += parts.filter((part) => part.href).length;
				for (const part of parts.filter((each) => !each.href))
					for (const [found] of part.text.matchAll(mentionPattern())) expect(book.bySlug.has(found), found).toBe(false);
			}
		}
		expect(mentioned).toBeGreaterThan(10);
	});

	it('is not looked for on pages that show no texts of records', async () => {
		const asked = await ask('dashboard', book, new URLSearchParams(), '2026-11-23');
		expect(asked.status === 200 && asked.mentions).toEqual({});
	});
});
