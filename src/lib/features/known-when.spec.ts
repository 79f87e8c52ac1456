import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { isKnown } from '$lib/ledger/window';
import { recordsIn } from '../../../tests/support/reference';
import { ask, contextOf } from './ask';
import { PAGE_NAMES, PAGES } from './index';
import { TABLES } from './tables';
import type { RecordedHistory } from './define';
import { parseView } from '$lib/view/parse';

/** Travelling in time shows no forecast that nobody had made: not on a page, not in a chart, not in a table. */

const records = recordsIn();
const book = compile(records);
const TODAY = '2026-11-22';
const SLUGS: Record<string, string> = {
	deals: 'openai-aws-2025',
	organisations: 'openai',
	indicators: 'pace',
	coverage: 'deals',
	terms: 'demand'
};
const history: RecordedHistory = { revisions: () => [], ofRecord: () => [], changes: () => undefined };

/** The projections published later than a day that a text names, by slug or title. */
function named(text: string, day: string): string[] {
	const later = records.projections.filter((each) => !isKnown(each, day));
	expect(later.length).toBeGreaterThan(0);
	const titles = new Set(records.projections.filter((each) => isKnown(each, day)).map(({ title }) => title));
	const said = ({ slug, title }: (typeof later)[number]) =>
		text.includes(`"${slug}"`) || (!titles.has(title) && text.includes(title));
	return later.filter(said).map(({ slug }) => slug);
}

describe.each(['2024-06-30', '2025-06-30', '2025-11-02', '2026-03-01'])('as known on %s', (day) => {
	it.each(PAGE_NAMES)('the page %s names no projection published later', async (name) => {
		const { record } = PAGES[name] as { record?: string };
		const query = new URLSearchParams({ as_of: day, ...(name === 'search' && { q: 'ai' }) });
		for (const projection of ['', 'thompson-us-2026-2027']) {
			if (projection) query.set('projection', projection);
			const asked = await ask(name, book, query, TODAY, SLUGS[record ?? ''] ?? '');
			if (asked.status === 200) expect(named(JSON.stringify(asked.answer), day)).toEqual([]);
			else expect(record, JSON.stringify(asked)).toBe('projections');
		}
	});

	it.each(Object.entries(TABLES))('the table %s names none', async (_, { answer, defaults }) => {
		const context = contextOf(book, TODAY, { ...defaults, address: 'data' });
		const { view } = parseView(new URLSearchParams({ as_of: day }), context);
		const { rows, more } = await answer({ book, view, revision: 1, history });
		const all = Array.isArray(rows) ? rows : [];
		expect(named(JSON.stringify([all, more?.()]), day)).toEqual([]);
	});

	it('a projection published later answers that it is not known, without a comparison', async () => {
		for (const each of records.projections.filter((one) => !isKnown(one, day))) {
			const asked = await ask('projection', book, new URLSearchParams({ as_of: day }), TODAY, each.slug);
			if (asked.status !== 200) throw new Error(JSON.stringify(asked));
			expect(asked.answer).toMatchObject({ known: false, comparison: null, points: [] });
			expect(asked.answer.yardsticks).toEqual({ deals: null, books: null, coverage: null, disputed: false });
		}
	});
});
