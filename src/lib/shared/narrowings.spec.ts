import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { ask } from '$lib/features/ask';
import { PARAM_NAMES } from '$lib/view';
import { namesIn } from '$lib/view/names';
import { recordsIn } from '../../../tests/support/reference';
import { NARROWING_NAMES } from './narrowings';

const book = compile(recordsIn());

async function narrowed(page: 'dashboard' | 'deals' | 'flows' | 'wtf' | 'scenarios', query: string) {
	const asked = await ask(page, book, new URLSearchParams(query), '2026-11-23');
	if (asked.status !== 200) throw new Error(JSON.stringify(asked));
	return asked.narrowed;
}

describe('what narrows or recounts an answer', () => {
	it('covers every filter and every part of a question', () => {
		for (const name of [...namesIn('filter'), ...namesIn('question')]) expect(NARROWING_NAMES, name).toContain(name);
		for (const name of NARROWING_NAMES) expect(PARAM_NAMES).toContain(name);
	});

	it('is nothing where nothing is asked', async () => {
		expect(await narrowed('dashboard', '')).toEqual([]);
		expect(await narrowed('deals', 'sort=-value&page=2')).toEqual([]);
	});

	it('is said in words with names, each with a way to lift it alone', async () => {
		expect(await narrowed('dashboard', 'payer=openai&firmness=definitive&scope=global&as_of=2026-06-30')).toEqual([
			{ text: 'promised by OpenAI', href: '?firmness=definitive&scope=global&as_of=2026-06-30' },
			{ text: 'definitive only', href: '?payer=openai&scope=global&as_of=2026-06-30' },
			{ text: 'counted worldwide', href: '?payer=openai&firmness=definitive&as_of=2026-06-30' },
			{ text: 'as known on 30 Jun 2026', href: '?payer=openai&firmness=definitive&scope=global' }
		]);
	});

	it.each([
		['wtf', 'weight=equal&window=180', ['the mood weighs deals alike', 'the mood over 180 days']],
		['scenarios', 'new_deals=none', ['without new contracts']]
	] as const)('says on /%s what it recounts by %s', async (page, query, words) => {
		const chips = await narrowed(page, query);
		expect(chips.map(({ text }) => text)).toEqual(words);
		expect(chips.at(-1)!.href).not.toContain(query.split('&').at(-1));
	});

	it('says a range of days where it chooses deals, and nowhere else', async () => {
		expect(await narrowed('deals', 'from=2025-01-01&to=2025-12-31')).toEqual([
			{ text: 'first heard of between 1 Jan 2025 and 31 Dec 2025', href: '?' }
		]);
		expect((await narrowed('deals', 'from=2025-01-01')).map(({ text }) => text)).toEqual([
			'first heard of since 1 Jan 2025'
		]);
		expect((await narrowed('deals', 'to=2025-12-31')).map(({ text }) => text)).toEqual([
			'first heard of by 31 Dec 2025'
		]);
		expect(await narrowed('dashboard', 'from=2025-01-01&to=2026-12-31')).toEqual([]);
	});

	it('takes one value of a list off and leaves the others', async () => {
		const chips = await narrowed('deals', 'kind=lease,programme&min_value=1000000000&counting=alone&q=campus');
		expect(chips.map(({ text }) => text)).toEqual([
			'with “campus”',
			'Programme',
			'Lease',
			'announced at $1B or more',
			'counted alone, as if there were no other deals'
		]);
		expect(chips[2]!.href).toContain('kind=programme');
		expect(chips[2]!.href).not.toContain('lease');
	});
});
