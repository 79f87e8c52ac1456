import { column } from './column';

const MOVES = [
	column('headline_usd', 'dollars', 'Announced (US$)', 'By what it changed what was announced.'),
	column('counted_usd', 'dollars', 'Counted (US$)', 'By what it changed the counted total.'),
	column('due_usd', 'dollars', 'Due (US$)', 'By what it changed what is due.')
] as const;

export const CHANGES = [
	column('slug', 'slug', 'Deal', 'The deal’s name in addresses.'),
	column('title', 'text', 'Title', 'The deal in one line.'),
	column(
		'cause',
		'text',
		'Cause',
		'new, expanded, firmer, scaled_back, less_firm, cancelled, rescheduled, restructured, method or time_passed.'
	),
	...MOVES
] as const;

const REVISION = [
	column('revision', 'integer', 'Revision', 'The number of the write; later ones are higher.', 'revisions'),
	column('at', 'text', 'When', 'The instant it was written, in UTC (ISO 8601).'),
	column('who', 'text', 'Who', 'Who wrote it.'),
	column('why', 'text', 'Why', 'The reason given.')
] as const;

export const HISTORY = [
	...REVISION,
	column('records', 'integer', 'Records', 'How many records it added, changed or removed.', 'records')
] as const;

export const RECORD_CHANGES = [
	...REVISION,
	column('kind', 'text', 'Kind', 'What kind of record.'),
	column('key', 'text', 'Record', 'Its slug, or what tells a row of a table from every other.'),
	column('title', 'text', 'Title', 'What it is called.'),
	column('change', 'text', 'Change', 'added, changed or removed.'),
	column('fields', 'list', 'Fields', 'The fields that differ.'),
	column('before', 'text', 'Before', 'What they held before, as JSON by field; empty where the record is new.'),
	column('after', 'text', 'After', 'What they hold since, as JSON by field; empty where the record was removed.')
] as const;
