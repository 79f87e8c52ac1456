import { expect, it } from 'vitest';
import type { Source } from '$lib/records';
import { deal, happened } from '../../../tests/support/small';
import { projectionSources, sourceItems } from './sources';

const source = (key: string, more: Partial<Source> = {}): Source => {
	return { key, url: null, publisher: 'A paper', title: key, published: null, ...more };
};
const of = (...sources: Source[]) =>
	deal({
		slug: 'rent',
		sources,
		events: [happened('2025-01-01', { sources: ['late'] }), happened('2025-02-01', { sources: ['press', 'later'] })]
	});

it('orders the sources of a deal by the type of the record, those without one last', () => {
	const words = ['own', 'digest', 'press', 'company', 'filing'] as const;
	const sources = [source('plain'), ...words.map((type) => source(type, { type }))];
	const types = ['Filing', 'Company', 'Press', 'Digest', 'Own knowledge', 'Untyped'];
	expect(sourceItems(of(...sources)).map(({ type }) => type)).toEqual(types);
	expect(projectionSources({ sources }).map(({ type }) => type)).toEqual(types);
});

it('guesses no type from the name of a publisher or an address', () => {
	const guessed = source('a', { publisher: 'SEC, form 8-K filing', url: 'https://www.sec.gov/a' });
	expect(sourceItems(of(guessed))[0]!.type).toBe('Untyped');
});

it('puts of sources of one type that first which the earliest event rests on', () => {
	const press = { type: 'press' as const };
	const items = sourceItems(of(source('none', press), source('later', press), source('late', press)));
	expect(items.map(({ title, supports }) => [title, supports])).toEqual([
		['late', 'Supports 1 Jan 2025'],
		['later', 'Supports 1 Feb 2025'],
		['none', 'Context only, no figure relies on it']
	]);
});

it('calls a page without a title untitled, by where it is, not by its address', () => {
	const url = 'https://www.techspot.com/news/109-deal.html';
	const titles = [source('a', { title: null, url }), source('b', { title: null })];
	expect(sourceItems(of(...titles)).map(({ title }) => title)).toEqual(['Untitled page at techspot.com', 'A paper']);
});
