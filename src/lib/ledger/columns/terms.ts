import { ASSUMED_TERMS as DEFINITION } from '$lib/records/assumed-terms';
import { fieldColumn } from '$lib/records/derive/columns';
import { column } from './column';

export const ASSUMED_TERMS = [
	fieldColumn(DEFINITION.fields, 'slug'),
	column('from', 'day', 'From', 'The day from which the term is in force, until the next of its layer.'),
	column('years', 'ratio', 'Years', 'For how many years a deal is taken to run from its first event.', 'years'),
	column('by', 'text', 'By', 'Who set it.'),
	column('reason', 'text', 'Reason', 'Why it is so long.')
] as const;
