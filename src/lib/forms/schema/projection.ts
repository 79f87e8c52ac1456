import { COMPARISON, SCOPE } from '$lib/records/vocabularies';
import { projection } from '$lib/ledger/schema/others';
import type { Section } from '../types';
import { formOf, type FieldWords } from './nodes';
import { sectionsOf } from './sections';
import { SOURCE_WORDS } from './source';

const WORDS: Record<string, FieldWords> = {
	title: { label: 'The projection in one line', example: 'AI capital spending reaches $7.1T by 2030' },
	author: { label: 'Who made it', example: 'Brad Thompson', short: true },
	institution: { label: 'For whom', example: 'A bank', short: true },
	published: { label: 'Published on', example: '12 May 2026' },
	target: {
		label: 'How much, in US dollars, for the whole window',
		hint: 'As it was said: $7.1T, 5 to 7 trillion, at least 3tn.',
		example: '$7.1 trillion'
	},
	window: {
		label: 'Over which time',
		fields: {
			start: { label: 'From', hint: 'The first day.', example: '2026-01-01' },
			end: { label: 'To', hint: 'The last day.', example: '2030-12-31' }
		}
	},
	scope: { label: 'Where it is spent', choices: SCOPE.choices },
	covers: { label: 'Whose spending it is about', hint: 'In words: who spends, and on what.' },
	comparable: {
		label: 'What the ledger may set it against',
		hint: 'Only what counts the same thing. What is not comparable is listed with its reason and never drawn on one axis.',
		choices: COMPARISON.choices
	},
	reason: { label: 'Why, or why not' },
	companies: {
		label: 'Whose capital spending it is set against',
		noun: 'company',
		hint: 'Where it is compared with reported capital spending.',
		picks: 'organisations',
		example: 'Microsoft'
	},
	sources: { label: 'Where it was said', noun: 'source', fields: SOURCE_WORDS },
	path: {
		label: 'Year by year',
		noun: 'year',
		hint: 'Only where the projection itself says how much falls into which year.',
		fields: { year: { label: 'Year', example: '2027' }, amount: { label: 'Amount', example: '$900B' } }
	},
	supersedes: { label: 'The earlier one that it replaces', picks: 'projections' },
	featured: {
		label: 'On the dashboard',
		hint: 'Yes for the one that the dashboard shows first. There is one at most.'
	},
	confidence: { label: 'How sure the record is' },
	notes: { label: 'Notes' },
	slug: {
		label: 'Its name in addresses',
		hint: 'Small letters, digits and hyphens. It never changes; left empty, it is made from the institution and the month.',
		example: 'bain-2026-09'
	}
};

/** The form of a projection. */
export const PROJECTION_FORM = formOf(projection, 'The projection', WORDS);

/** In the order in which a report is read. */
export const PROJECTION_SECTIONS: Section[] = sectionsOf(PROJECTION_FORM, [
	{ title: 'The projection', fields: ['title', 'author', 'institution', 'published'] },
	{ title: 'What it says', fields: ['target', 'window', 'scope', 'covers'] },
	{ title: 'What it can be compared with', fields: ['comparable', 'reason', 'companies'] },
	{ title: 'Where it was said', fields: ['sources'] },
	{ title: 'Year by year', fields: ['path'], folded: true },
	{ title: 'More about it', folded: true }
]);
