import { describe, expect, it } from 'vitest';
import { deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
import { DEFAULT_QUESTION } from './question';
import { reconcile } from './reconcile';

it('leads from headline to counted by one deal for each step', () => {
	const cut = [
		happened('2025-01-01', { value: { central: 1000 } }),
		happened('2025-02-01', { type: 'scaled_back', value: { central: 600 } })
	];
	const gone = [happened('2025-01-01', { value: { central: 70 } }), happened('2025-02-01', { type: 'cancelled' })];
	const book = compile(
		records({
			deals: [
				deal({ slug: 'bond', kind: 'debt_financing', us_share: 1 }, '2025-01-01', 5),
				deal({ slug: 'cut', kind: 'programme', us_share: 1, events: cut }),
				deal({ slug: 'gone', us_share: 1, events: gone }),
				deal({ slug: 'loose', us_share: 1 }, '2025-01-01', 20, { firmness: 'rumoured' }),
				deal({ slug: 'half', us_share: 0.5, part_of: 'cut' }, '2025-01-01', 0, { value: { high: 80 } }),
				deal({ slug: 'nowhere' }, '2025-01-01', 3),
				deal({ slug: 'later', us_share: 1 }, '2026-01-01', 9)
			]
		})
	);
	const rows = reconcile(book, { ...DEFAULT_QUESTION, scope: 'us' }, '2025-12-31');
	expect(rows.map(({ key, amount_usd, deals }) => [key, amount_usd, deals])).toEqual([
		['headline', 1178, 6],
		['other_layers', -5, 1],
		['cut_or_cancelled', -470, 2],
		['not_firm', -20, 1],
		['headline_to_estimate', -40, 1],
		['outside_scope', -23, 2],
		['inside_bigger_deal', -20, 1],
		['counted', 600, 3]
	]);
});

describe('the reconciliation of nothing', () => {
	it('is eight rows of 0, none of them -0', () => {
		const rows = reconcile(compile(records({})), DEFAULT_QUESTION, '2025-01-01');
		expect(rows.map(({ amount_usd }) => amount_usd)).toEqual(new Array(8).fill(0));
	});
});
