import { expect, it } from 'vitest';
import type { Organisation } from '$lib/records';
import { filingsToImport, filers } from './import';

const organisation = (slug: string, more: Partial<Organisation>): Organisation => ({
	slug,
	name: slug,
	kind: 'other',
	...more
});

it('of the organisations with a number at the SEC those are asked for by themselves whose records say so', () => {
	const all = filers([
		organisation('meta', { cik: '1326801', edgar: true }),
		organisation('apple', { cik: '0000320193' }),
		organisation('intel', { cik: '0000050863', edgar: false }),
		organisation('lab', { edgar: true })
	]);
	expect(all.map(({ slug, cik }) => [slug, cik])).toEqual([
		['apple', '0000320193'],
		['intel', '0000050863'],
		['meta', '0001326801']
	]);
	expect(filingsToImport(all).map(({ slug }) => slug)).toEqual(['meta']);
});
