import { expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { deal, records } from '../../../../tests/support/small';
import { definition } from '../../../../tests/support/readings';
import { contextOf } from '../ask';
import { parseView } from '$lib/view/parse';
import { methodLines } from '$lib/shared/method-history';
import { changes, changesPage } from './answer';

const drawn = (from: string, max: number) => ({ from, green: { max }, amber: { max: 2 * max }, by: 'editorial' });
const set = (from: string, years: number) => ({ from, years, by: 'editorial', reason: `Seen on ${from}.` });
const book = compile(
	records({
		deals: [deal({ slug: 'rent' }, '2025-01-01', 1095)],
		indicators: [definition('firmness-gap', { bounds: [drawn('2019-01-01', 2), drawn('2025-07-01', 0.1)] })],
		terms: [{ slug: 'demand', terms: [set('2019-01-01', 3), set('2025-07-01', 1)] }]
	})
);
function viewOf(query: string) {
	return parseView(new URLSearchParams(query), contextOf(book, '2026-12-01', { address: 'data', past: true })).view;
}

it('a change of the terms or of the bounds is a line of the cause method, with what moved because of it', () => {
	const view = viewOf('from=2025-06-01&to=2025-12-31');
	const found = changes(book, view);
	expect(found.method).toMatchObject([
		{
			kind: 'terms',
			slug: 'demand',
			before: '3 years',
			after: '1 year',
			deals: 1,
			due_usd: 730,
			moved: '1 deal, $730 more due'
		},
		{
			kind: 'indicators',
			slug: 'firmness-gap',
			status_before: 'green',
			status_after: 'red',
			moved: expect.stringMatching(/^The reading of that day, else /)
		}
	]);
	expect(found.rows.filter(({ cause }) => cause === 'method').map(({ kind, due_usd }) => [kind, due_usd])).toEqual([
		['deals', 730],
		['terms', 0],
		['indicators', 0]
	]);
	const page = changesPage(book, view);
	expect(page.causes.map(({ cause, due_usd }) => [cause, due_usd])).toContainEqual(['method', 730]);
	expect(page.count).toBe(found.rows.length);
	for (const before of ['from=2025-01-01&to=2025-06-30', 'from=2025-07-01&to=2025-12-31'])
		expect(changes(book, viewOf(before)).method).toEqual([]);
});

it('the history of the method does not show a later change before its day', () => {
	const lines = (day: string) => methodLines(book.records, day).map(({ on }) => on);
	expect(lines('2025-06-30')).toEqual(['2019-01-01', '2019-01-01']);
	expect(lines('2025-07-01')).toEqual(['2019-01-01', '2025-07-01', '2019-01-01', '2025-07-01']);
});
