import { COVERAGE as DEFINITION } from '$lib/records/coverage';
import { fieldColumn } from '$lib/records/derive/columns';
import { column } from './column';

export const COVERAGE = [
	fieldColumn(DEFINITION.fields, 'slug'),
	fieldColumn(DEFINITION.fields, 'title'),
	fieldColumn(DEFINITION.fields, 'covered_to'),
	fieldColumn(DEFINITION.fields, 'searched_to'),
	fieldColumn(DEFINITION.fields, 'found_to'),
	column('gaps', 'integer', 'Gaps', 'How many gaps and doubts are known.', 'gaps'),
	fieldColumn(DEFINITION.fields, 'looked_for')
] as const;

export const GAPS = [
	column('slug', 'slug', 'Coverage', 'The statement that names the gap.'),
	column('state', 'text', 'State', 'missing, doubtful, open or no_sum.'),
	column('note', 'text', 'Note', 'The gap in words.'),
	column('deals', 'list', 'Deals', 'The deals that it is about, by slug.')
] as const;
