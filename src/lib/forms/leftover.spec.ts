import { expect, it } from 'vitest';
import { leftovers } from './leftover';

const deal = (central: number, title: string, note = 'Signed for $38 billion.') => ({
	title,
	summary: 'Seven years of capacity.',
	events: [{ on: '2025-11-03', value: { central }, note }]
});

it('tells which words still state an amount that the deal has no more', () => {
	const title = 'OpenAI rents capacity, $38B over seven years';
	expect(leftovers(deal(38e9, title), deal(40e9, title))).toEqual([
		{ path: 'title', text: '$38B' },
		{ path: 'events.0.note', text: '$38 billion' }
	]);
	expect(leftovers(deal(38e9, title), deal(40e9, 'OpenAI rents capacity, $40B', 'Raised from $38 billion.'))).toEqual(
		[]
	);
	expect(leftovers(deal(38e9, title), deal(38e9, title))).toEqual([]);
	expect(leftovers(null, deal(38e9, title))).toEqual([]);
});

it('takes years, counts and other sums for what they are', () => {
	const title = 'In 2025: 38 sites, 380 billion tokens, $38M';
	expect(leftovers(deal(38e9, title, ''), deal(40e9, title, ''))).toEqual([]);
});
