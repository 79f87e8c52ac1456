import { describe, expect, it } from 'vitest';
import { deal, happened, party, records } from '../../../tests/support/small';
import { compile } from './book';
import { matchEntries } from './filter';
import type { Filters } from './question';

const rating = (on: string, terminator: number) => ({
	on,
	terminator,
	idiocracy: 0,
	rationale: 'So.',
	by: 'editorial'
});

const book = compile(
	records({
		organisations: [party('lab', 'ai_lab', { name: 'Étoile Labs', aliases: ['Star'] }), party('cloud')],
		deals: [
			deal(
				{ slug: 'a', title: 'Compute in Zürich', ratings: [rating('2025-01-01', 0), rating('2025-06-01', 5)] },
				'2025-01-01',
				10
			),
			deal({ slug: 'b', kind: 'lease', payers: ['cloud'], payees: ['host'], hardware: ['GB200'] }, '2025-01-01', 20),
			deal({
				slug: 'c',
				kind: 'debt_financing',
				payers: ['bank', 'fund'],
				payees: ['cloud'],
				events: [happened('2025-01-01'), happened('2025-06-01', { value: { low: 5, high: 30 } })]
			})
		]
	})
);

const found = (filters: Filters, asOf = '2025-03-01') =>
	[...matchEntries(book, filters, asOf)].flatMap((passes, i) => (passes ? [book.entries[i]!.deal.slug] : [])).join('');

describe('filters', () => {
	it.each<[Filters, string]>([
		[{}, 'abc'],
		[{ q: '  ' }, 'abc'],
		[{ q: 'zurich' }, 'a'],
		[{ q: 'ZÜRICH compute' }, 'a'],
		[{ q: 'etoile' }, 'a'],
		[{ q: 'star' }, 'a'],
		[{ q: 'gb200' }, 'b'],
		[{ q: 'cloud' }, 'abc'],
		[{ q: 'cloud nowhere' }, ''],
		[{ kind: ['lease', 'debt_financing'] }, 'bc'],
		[{ payer: ['cloud'] }, 'b'],
		[{ payee: ['cloud'] }, 'ac'],
		[{ organisation: ['cloud'] }, 'abc'],
		[{ organisation: ['fund', 'host'] }, 'bc'],
		[{ payer: ['cloud'], payee: ['cloud'] }, ''],
		[{ min_value: 10 }, 'ab'],
		[{ min_value: 11 }, 'b'],
		[{ max_value: 10 }, 'ac'],
		[{ min_value: 20, max_value: 20 }, 'b'],
		[{ wtf: ['NEUTRAL'] }, 'a'],
		[{ wtf: ['TERMINATOR', 'WTF'] }, '']
	])('%o lets %j pass', (filters, slugs) => {
		expect(found(filters)).toBe(slugs);
	});

	it('look at values and readings as known at the day', () => {
		expect([found({ min_value: 25 }), found({ min_value: 25 }, '2025-06-01')]).toEqual(['', 'c']);
		expect([found({ wtf: ['TERMINATOR'] }), found({ wtf: ['TERMINATOR'] }, '2025-06-01')]).toEqual(['', 'a']);
		expect([found({ max_value: 9e15 }, '2024-12-31'), found({}, '2024-12-31')]).toEqual(['', 'abc']);
	});
});

it('a deal that was called off is listed and found as such from that day on', () => {
	const off = compile(
		records({
			deals: [
				deal({
					slug: 'off',
					events: [happened('2025-01-01', { value: { central: 5 } }), happened('2025-06-01', { type: 'cancelled' })]
				}),
				deal({ slug: 'on' }, '2025-01-01', 5)
			]
		})
	);
	const slugs = (filters: Filters, asOf: string) =>
		[...matchEntries(off, filters, asOf)].flatMap((passes, i) => (passes ? [off.entries[i]!.deal.slug] : []));
	expect(slugs({ status: ['cancelled'] }, '2025-05-31')).toEqual([]);
	expect(slugs({ status: ['cancelled'] }, '2025-06-01')).toEqual(['off']);
	expect(slugs({ status: ['live'] }, '2025-06-01')).toEqual(['on']);
	expect(slugs({ q: 'cancelled' }, '2025-05-31')).toEqual([]);
	expect(slugs({ q: 'called off' }, '2025-06-01')).toEqual(['off']);
});
