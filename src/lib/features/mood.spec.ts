import { expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { recordsIn } from '../../../tests/support/reference';
import { contextOf } from './ask';
import { dashboard } from './overview/answer';
import type { Page } from './define';
import { PAGES } from './index';
import { parseView } from '$lib/view/parse';
import { indicatorPage } from './readings/reading';
import { wtfPage } from '$lib/features/wtf/answer';
import { lastReading, wtf } from '$lib/shared/wtf-rows';

/** One reading of the mood: whatever place says it, it is the same on one day. */

const book = compile(recordsIn());
const TODAY = '2026-11-22';

it.each([
	'2026-11-22',
	'2026-10-31',
	'2026-06-30',
	'2026-01-15',
	'2025-09-30',
	'2025-02-01',
	'2024-06-30',
	'2021-01-01'
])('headline, gauge, end of the chart, front page, reading and file agree on %s', (day) => {
	const viewOf = (query: string, page: keyof typeof PAGES) =>
		parseView(new URLSearchParams(`as_of=${day}${query}`), contextOf(book, TODAY, (PAGES[page] as Page).defaults)).view;
	const own = viewOf('', 'wtf');
	const page = wtfPage(book, own);
	const now = page.rows.at(-1)!;
	expect(now.date).toBe(day);
	if (now.label) expect(page.mood).toEqual(now);
	else expect(page.mood).toEqual(lastReading(book, own));
	expect(page.inside).toHaveLength(page.mood?.deals ?? 0);

	const front = dashboard(book, viewOf('', 'dashboard'));
	expect(front.mood).toEqual(page.mood);
	if (front.index.some((each) => each.date === day)) expect(front.index.find((each) => each.date === day)).toEqual(now);

	const [cell] = wtf(book, viewOf(`&from=${day}&to=${day}`, 'wtf'));
	expect(cell).toEqual(now);

	const { line, inputs, rows } = indicatorPage(book, own, 'mood')!;
	expect(line.value).toBe(now.idiocracy);
	expect(inputs[0]).toMatchObject({
		value: now.deals,
		label: `Newest reading of the deals of ${now.window_days} days`
	});
	expect(rows).toHaveLength(now.deals);
});
