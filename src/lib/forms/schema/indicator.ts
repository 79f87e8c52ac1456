import { indicator } from '$lib/ledger/schema/others';
import type { Section } from '../types';
import { formOf, type FieldWords } from './nodes';
import { sectionsOf } from './sections';

const BOUND = {
	min: { label: 'From', hint: 'At and above it. Left empty: no end.' },
	max: { label: 'Below', hint: 'Left empty: no end.' }
};

const WORDS: Record<string, FieldWords> = {
	green: { label: 'Green', hint: 'In the unit of the reading.', fields: BOUND },
	amber: { label: 'Amber', hint: 'What is neither green nor amber is red.', fields: BOUND },
	bounds_by: { label: 'Who drew the bounds', hint: 'editorial: this ledger.', example: 'editorial' },
	bounds_reason: { label: 'Why they lie there' },
	bounds_source: {
		label: 'Where the bounds come from',
		fields: { publisher: { label: 'Published by' }, url: { label: 'Its address' }, seen: { label: 'Read itself' } }
	},
	stale_after_days: { label: 'Stale after so many days', example: '120' },
	name: { label: 'Its name' },
	question: { label: 'The question that it answers' },
	formula: { label: 'How it is computed, in words' },
	inputs: { label: 'What it is computed from', hint: 'One to a line.' },
	unit: { label: 'Unit' },
	notes: { label: 'Notes' }
};

/** The form of a reading. What computes it is part of the program; its bounds and its words are not. */
export const INDICATOR_FORM = formOf(indicator, 'The reading', WORDS);

/** The bounds first: they are what people argue about. */
export const INDICATOR_SECTIONS: Section[] = sectionsOf(INDICATOR_FORM, [
	{ title: 'The bounds', fields: ['green', 'amber', 'bounds_by', 'bounds_reason', 'bounds_source'] },
	{ title: 'When it is too old', fields: ['stale_after_days'] },
	{ title: 'Its words', folded: true }
]);
