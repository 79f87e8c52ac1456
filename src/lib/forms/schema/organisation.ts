import { ORGANISATION_KIND_NAMES } from '$lib/records/vocabularies';
import { organisation } from '$lib/ledger/schema/others';
import type { Section } from '../types';
import { formOf, type FieldWords } from './nodes';
import { sectionsOf } from './sections';

const WORDS: Record<string, FieldWords> = {
	name: { label: 'Its name', called: 'The name of the organisation', example: 'CoreWeave' },
	kind: { label: 'What it is', called: 'The kind of organisation', choices: ORGANISATION_KIND_NAMES },
	country: {
		label: 'Country',
		as: 'country',
		hint: 'Its English name; US, UK and UAE in short. Left empty where nobody says.',
		example: 'US',
		short: true
	},
	stand_in: {
		label: 'Stands for parties that nobody names',
		hint: 'Yes for bond investors, suppliers and the like: kept out of rankings, concentration and loops.'
	},
	aliases: { label: 'Other names', hint: 'One to a line. Search and forms know it by them, too.', example: 'Facebook' },
	ticker: { label: 'Ticker', hint: 'Where its shares are traded.', example: 'CRWV', short: true },
	cik: { label: 'CIK', hint: 'Its number with the SEC: ten digits.', example: '0001018724', short: true },
	stakes: {
		label: 'What it owns of others',
		noun: 'stake',
		fields: {
			in: { label: 'In', picks: 'organisations', example: 'OpenAI' },
			since: { label: 'Since', hint: 'Left empty, it is taken as held all along.', example: 'Nov 2023' },
			value: { label: 'Worth, in US dollars', example: '$135B' },
			source: { label: 'Where it was read', example: 'https://example.com/news/2025/10/stake' },
			note: { label: 'Note', more: true }
		}
	},
	notes: { label: 'Notes' },
	slug: {
		label: 'Its name in addresses',
		hint: 'Small letters, digits and hyphens. It never changes; left empty, it is made from the name.',
		example: 'coreweave'
	}
};

/** The form of an organisation. */
export const ORGANISATION_FORM = formOf(organisation, 'The organisation', WORDS);

/** What one needs to know of it first. */
export const ORGANISATION_SECTIONS: Section[] = sectionsOf(ORGANISATION_FORM, [
	{ title: 'The organisation', fields: ['name', 'kind', 'country'] },
	{ title: 'What it owns of others', fields: ['stakes'], folded: true },
	{ title: 'More about it', folded: true }
]);
