import { EVENT_TYPE, FIRM, KIND, LAYER, WORKLOAD } from '$lib/records/vocabularies';
import { deal } from '$lib/ledger/schema/deal';
import type { Section } from '../types';
import { formOf, type FieldWords } from './nodes';
import { sectionsOf } from './sections';
import { SOURCE_WORDS } from './source';

const WORDS: Record<string, FieldWords> = {
	title: {
		label: 'The deal in one line',
		called: 'A title',
		example: 'OpenAI rents AWS capacity, $38B over seven years'
	},
	kind: { label: 'What kind of deal', called: 'The kind of deal', choices: KIND.choices, short: false },
	payers: { label: 'Who pays', short: true, noun: 'payer', picks: 'organisations', example: 'OpenAI' },
	payees: { label: 'Who is paid', short: true, noun: 'payee', picks: 'organisations', example: 'Amazon' },
	location: { label: 'Where', short: true, example: 'Abilene, Texas' },
	us_share: {
		label: 'Share built in the US',
		called: 'The share built in the US',
		hint: '1 or “all”: all of it; or a percentage. Empty: not known, then the US view leaves it out.',
		example: '100%',
		short: true
	},
	events: {
		label: 'What was said, and when',
		noun: 'event',
		fields: {
			on: {
				label: 'On',
				called: 'The day it was said',
				hint: 'The day it was said. A month or a year will do where no more is known.',
				example: '3 Nov 2025'
			},
			type: { label: 'What happened', called: 'What happened', choices: EVENT_TYPE.choices },
			value: {
				label: 'How much, in US dollars',
				called: 'The amount',
				hint: 'As it was said: $38B, 1.4 trillion, up to 100bn. Leave it empty where nobody said.',
				example: 'up to $100 billion'
			},
			firmness: {
				label: 'How firm',
				hint: 'Left open: announced, or definitive where it was signed. A later event keeps what was said before.',
				choices: FIRM.choices
			},
			note: { label: 'What was said, in a sentence or two', called: 'What was said' },
			term: {
				label: 'Over which time',
				hint: 'Where it was stated: the first day, and the last day or the years. A month will do: January 2027.',
				fields: {
					start: { label: 'From', called: 'The start of the term', end: 'first', example: '3 Nov 2025' },
					years: { label: 'For how many years', called: 'The number of years', example: '7' },
					end: { label: 'or until', called: 'The end of the term', end: 'last', example: '31 Dec 2032' }
				}
			},
			schedule: {
				label: 'Paid unevenly',
				noun: 'piece',
				hint: 'Only where the parties said how much falls into which time.',
				more: true,
				fields: {
					from: { label: 'From', called: 'The first day of the piece', end: 'first' },
					to: { label: 'To', called: 'The last day of the piece', end: 'last' },
					amount: { label: 'Amount', called: 'The amount of the piece' }
				}
			},
			sources: { label: 'Which source says so', as: 'keys' }
		}
	},
	sources: { label: 'Where it was said', noun: 'source', fields: SOURCE_WORDS },
	summary: { label: 'In a few sentences', called: 'A summary', hint: 'What was agreed, in your own words.' },
	ratings: {
		label: 'WTF Index readings',
		noun: 'reading',
		fields: {
			terminator: {
				called: 'The Terminator end of the reading',
				label: 'Terminator: more power, autonomy or menace of machines'
			},
			idiocracy: { called: 'The Idiocracy end of the reading', label: 'Idiocracy: hype, waste and dullness' },
			rationale: { label: 'Why', called: 'The reason of the reading' },
			on: { label: 'Read on', called: 'The day of the reading', example: '3 Nov 2025' },
			by: {
				label: 'Read by',
				called: 'Who read it',
				hint: 'editorial: by the rubric.',
				example: 'editorial',
				short: true
			}
		}
	},
	layer: { label: 'Layer', hint: 'Left open: the one of its kind.', choices: LAYER.choices },
	part_of: {
		label: 'Inside a bigger deal',
		hint: 'The deal whose value already contains this one, so that no dollar counts twice.',
		picks: 'deals'
	},
	workloads: { label: 'What it is for', choices: WORKLOAD.choices },
	hardware: { label: 'Hardware', hint: 'One to a line.', example: 'Nvidia GB300' },
	units: { label: 'How many machines', short: true, example: 'hundreds of thousands of GPUs' },
	capacity_gw: { label: 'Capacity in gigawatts', example: '1.2' },
	confidence: { label: 'How sure the record is' },
	notes: { label: 'Notes' },
	slug: {
		label: 'Its name in addresses',
		called: 'The name in addresses',
		hint: 'Small letters, digits and hyphens. It never changes; left empty, it is made from the parties and the year.',
		example: 'openai-aws-2025'
	}
};

/** The form of a deal. */
export const DEAL_FORM = formOf(deal, 'The deal', WORDS);

/** In the order in which a press release is read. */
export const DEAL_SECTIONS: Section[] = sectionsOf(DEAL_FORM, [
	{ title: 'The deal', fields: ['title', 'kind', 'payers', 'payees', 'location', 'us_share'] },
	{ title: 'What was said', fields: ['events'] },
	{ title: 'Where it was said', fields: ['sources'] },
	{ title: 'In your own words', fields: ['summary'] },
	{ title: 'WTF Index', fields: ['ratings'], folded: true },
	{ title: 'More about it', folded: true }
]);
