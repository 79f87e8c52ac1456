import { column } from './column';

const MOVES = [
	column('headline_usd', 'dollars', 'Announced (US$)', 'By what it changed what was announced.'),
	column('counted_usd', 'dollars', 'Counted (US$)', 'By what it changed the counted total.'),
	column('due_usd', 'dollars', 'Due (US$)', 'By what it changed what is due.')
] as const;

export const CHANGES = [
	column('slug', 'slug', 'Deal', 'The name in addresses of the deal, or of the reading or layer whose method changed.'),
	column('title', 'text', 'Title', 'The deal in one line, or what of the method changed.'),
	column(
		'cause',
		'text',
		'Cause',
		'new, expanded, firmer, scaled_back, less_firm, cancelled, rescheduled, restructured, method or time_passed.'
	),
	...MOVES,
	column('kind', 'text', 'Kind', 'deals; or of a change of the method, whose own figures are 0, terms or indicators.'),
	column('on', 'day', 'From', 'Of a change of the method: the day from which it is in force; else empty.'),
	column('before', 'text', 'Before', 'Of a change of the method: what held before, in words.'),
	column('after', 'text', 'Since', 'Of a change of the method: what holds since, in words.'),
	column('by', 'text', 'By', 'Of a change of the method: by whom.'),
	column('reason', 'text', 'Reason', 'Of a change of the method: why.'),
	column('moved', 'text', 'Moved', 'Of a change of the method: what moved because of it, in words.')
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
