import { expect, it } from 'vitest';
import { freeOf, Lookup, slugOf } from './names';

const lookup = new Lookup([
	{ slug: 'amazon', name: 'Amazon (AWS)', also: ['AWS', 'AMZN'] },
	{ slug: 'alpha', name: 'Twin' },
	{ slug: 'beta', name: 'Twin', also: ['AWS'] },
	{ slug: 'societe', name: 'Société Générale' }
]);

it('a record is found by name, slug or another name, however it is spaced and written', () => {
	expect(lookup.slug(' amazon  (aws)')).toBe('amazon');
	expect(lookup.slug('AMZN')).toBe('amazon');
	expect(lookup.slug('Amazon')).toBe('amazon');
});

it('a name of two records names neither', () => {
	expect(lookup.slug('Twin')).toBeUndefined();
	expect(lookup.slug('AWS')).toBeUndefined();
});

it('what is shown for a slug reads back to it, also where the name would not', () => {
	for (const { slug } of lookup.records) expect(lookup.slug(lookup.text(slug))).toBe(slug);
	expect(lookup.text('beta')).toBe('beta');
	expect(lookup.text('unheard-of')).toBe('unheard-of');
});

it('offers no company that only shares a word', () => {
	const names = ['Ampere Computing', 'Valor Equity Partners', 'Oracle', 'CoreWeave'];
	const companies = new Lookup(names.map((name) => ({ slug: slugOf(name), name })));
	expect(companies.near('Cedar Compute')).toEqual([]);
	expect(companies.near('Oracle Corporation')).toEqual(['Oracle']);
	expect(companies.near('Core Weave')).toEqual(['CoreWeave']);
	expect(companies.near('Corewave')).toEqual(['CoreWeave']);
	expect(companies.near('Valor Equity')).toEqual(['Valor Equity Partners']);
});

it('offers what may have been meant', () => expect(lookup.near('Societe Generale')).toEqual(['Société Générale']));

it.each([
	['Société Générale', 'societe-generale'],
	['O’Neil & Sons, Inc.', 'oneil-sons-inc'],
	['--', ''],
	['x'.repeat(300), 'x'.repeat(80)]
])('%s is %s in an address', (name, slug) => expect(slugOf(name)).toBe(slug));

it('takes the first name that is free', () => expect(freeOf('a', (name) => ['a', 'a-2'].includes(name))).toBe('a-3'));
