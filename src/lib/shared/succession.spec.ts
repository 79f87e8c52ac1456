import { expect, it } from 'vitest';
import { ask } from '$lib/features/ask';
import { compile } from '$lib/ledger/book';
import { deal, records } from '../../../tests/support/small';

const book = compile(
	records({
		deals: [
			deal({ slug: 'letter', title: 'A letter' }, '2025-01-01', 100),
			deal({ slug: 'shares', title: 'Shares', replaces: 'letter' }, '2026-02-01', 30),
			deal({ slug: 'chips', title: 'Chips', replaces: 'letter' }, '2026-03-01', 20)
		]
	})
);

async function page(slug: string, day: string) {
	const asked = await ask('deal', book, new URLSearchParams({ as_of: day }), '2026-11-30', slug);
	if (asked.status !== 200) throw new Error(JSON.stringify(asked));
	return asked.answer;
}

it('a deal names what it takes the place of, and what is known by then to take its own', async () => {
	expect(await page('shares', '2026-11-30')).toMatchObject({
		replaces: { slug: 'letter', title: 'A letter' },
		replaced_by: []
	});
	const slugs = async (day: string) => (await page('letter', day)).replaced_by.map(({ slug }) => slug);
	expect(await slugs('2026-01-31')).toEqual([]);
	expect(await slugs('2026-02-01')).toEqual(['shares']);
	expect((await slugs('2026-11-30')).toSorted()).toEqual(['chips', 'shares']);
});
