import { column } from './column';

export const INDICATORS = [
	column('slug', 'slug', 'Reading', 'The reading’s name in addresses; it never changes.'),
	column('name', 'text', 'Name', 'What it is called.'),
	column('value', 'ratio', 'Value', 'The reading, in its unit; empty where an input is missing.'),
	column('unit', 'text', 'Unit', 'What the value is measured in.'),
	column('status', 'text', 'Status', 'green, amber or red by the bounds; unknown or stale where there is no colour.'),
	column('date', 'day', 'As of', 'The day as known on which it is read.'),
	column(
		'oldest_input',
		'day',
		'Oldest input',
		'The day from which the oldest input is known, of those that can go stale.'
	),
	column('numerator', 'text', 'Numerator', 'What is divided, where the reading is a fraction.'),
	column('numerator_usd', 'dollars', 'Numerator (US$)', 'The same in dollars.'),
	column('denominator', 'text', 'Denominator', 'What it is divided by.'),
	column('denominator_usd', 'dollars', 'Denominator (US$)', 'The same in dollars.'),
	column('green_min', 'ratio', 'Green from', 'Green at and above it; empty: no end.'),
	column('green_max', 'ratio', 'Green below', 'Green below it; empty: no end.'),
	column('amber_min', 'ratio', 'Amber from', 'What is not green is amber at and above it; empty: no end.'),
	column('amber_max', 'ratio', 'Amber below', 'What is not green is amber below it; empty: no end. The rest is red.'),
	column('bounds_by', 'text', 'Bounds by', 'Who drew the bounds; editorial: this dataset.'),
	column('stale_after_days', 'integer', 'Stale after', 'The age past which an input makes the reading stale.', 'days'),
	column('reason', 'text', 'Reason', 'Why there is no colour.'),
	column('question', 'text', 'Question', 'What it answers.'),
	column('formula', 'text', 'Formula', 'How it is computed, in words.')
] as const;

export const INDICATOR_HISTORY = [
	column('date', 'day', 'Date', 'The last day of the quarter, the last one cut to the as-of day; read as known then.'),
	column('value', 'ratio', 'Value', 'The reading of that day, in the unit of the indicator.'),
	column('status', 'text', 'Status', 'green, amber, red, unknown or stale on that day.'),
	column('reason', 'text', 'Reason', 'Why there was no colour.')
] as const;
