import { DEFINITIONS } from '$lib/records/definitions';
import { fieldColumn } from '$lib/records/derive/columns';
import { column } from './column';
import { SHAPED } from './shared';

const CAPEX_FIELDS = DEFINITIONS.capex.fields;
const GUIDANCE_FIELDS = DEFINITIONS.guidance.fields;
const FUNDAMENTAL_FIELDS = DEFINITIONS.fundamentals.fields;

/** Where a figure was read, the same in every table. */
const reported = [
	fieldColumn(CAPEX_FIELDS, 'source'),
	fieldColumn(CAPEX_FIELDS, 'publisher'),
	fieldColumn(CAPEX_FIELDS, 'seen'),
	fieldColumn(CAPEX_FIELDS, 'confidence'),
	fieldColumn(CAPEX_FIELDS, 'note')
] as const;

const ROW_ID = column('id', 'slug', 'Row', 'The row’s name in addresses; it never changes.');

export const CAPEX = [
	fieldColumn(CAPEX_FIELDS, 'company'),
	fieldColumn(CAPEX_FIELDS, 'fiscal_period'),
	fieldColumn(CAPEX_FIELDS, 'period_start'),
	fieldColumn(CAPEX_FIELDS, 'period_end'),
	fieldColumn(CAPEX_FIELDS, 'amount_usd'),
	fieldColumn(CAPEX_FIELDS, 'measure'),
	fieldColumn(CAPEX_FIELDS, 'filed'),
	column('known_from', 'day', 'Known from', 'The day of the filing, else 45 days after the end of the quarter.'),
	column('standing', 'flag', 'Stands', 'False for a figure that a later one has replaced.'),
	column(
		'trailing_usd',
		'dollars',
		'Four quarters (US$)',
		'This quarter and the three before it; empty where one is missing.'
	),
	fieldColumn(CAPEX_FIELDS, 'derivation'),
	...reported,
	ROW_ID
] as const;

export const GUIDANCE = [
	fieldColumn(GUIDANCE_FIELDS, 'company'),
	fieldColumn(GUIDANCE_FIELDS, 'given_on'),
	fieldColumn(GUIDANCE_FIELDS, 'period_start'),
	fieldColumn(GUIDANCE_FIELDS, 'period_end'),
	fieldColumn(GUIDANCE_FIELDS, 'measure'),
	fieldColumn(GUIDANCE_FIELDS, 'low_usd'),
	fieldColumn(GUIDANCE_FIELDS, 'high_usd'),
	column('middle_usd', 'dollars', 'Middle (US$)', 'One number for the statement; empty where it names none.'),
	column('move', 'text', 'Move', 'first, raised, cut, changed, kept or no_amount, against the statement before.'),
	column('change_usd', 'dollars', 'Change (US$)', 'Of the middle, against the last statement with an amount.'),
	column(
		'reported_usd',
		'dollars',
		'Reported (US$)',
		'What was spent in the period by the same measure; empty while a quarter is missing.'
	),
	fieldColumn(GUIDANCE_FIELDS, 'wording'),
	...reported,
	ROW_ID
] as const;

export const FUNDAMENTALS = [
	fieldColumn(FUNDAMENTAL_FIELDS, 'company'),
	fieldColumn(FUNDAMENTAL_FIELDS, 'metric'),
	fieldColumn(FUNDAMENTAL_FIELDS, 'period_start'),
	fieldColumn(FUNDAMENTAL_FIELDS, 'period_end'),
	fieldColumn(FUNDAMENTAL_FIELDS, 'as_of'),
	fieldColumn(FUNDAMENTAL_FIELDS, 'amount_usd'),
	column('known_from', 'day', 'Known from', 'The day that it is of, else 45 days after the end of its period.'),
	...reported,
	ROW_ID,
	fieldColumn(FUNDAMENTAL_FIELDS, 'filed')
] as const;

export const CAPEX_PROJECTIONS = [
	column('slug', 'slug', 'Projection', 'The projection’s name in addresses.'),
	column('title', 'text', 'Title', 'The projection in one line.'),
	column('institution', 'text', 'Institution', 'For whom it was made.'),
	column('published', 'date', 'Published', 'When.'),
	column('window_start', 'day', 'From', 'The first day of its window.'),
	column('window_end', 'day', 'To', 'The last day of its window.'),
	column('target_usd', 'dollars', 'Target (US$)', 'Its own central figure for the whole window.'),
	column('reported_to', 'day', 'Reported to', 'The last day up to which all its companies have reported.'),
	column('reported_usd', 'dollars', 'Reported (US$)', 'Their payments_for_ppe from the first day of its window to it.'),
	column('path_usd', 'dollars', 'Projected by then (US$)', 'Its path at the same day.'),
	column('pace', 'ratio', 'Pace', 'Reported over projected by then.', 'ratio'),
	column('companies', 'list', 'Companies', 'Whose capital spending it is set against, by slug.'),
	column('reason', 'text', 'Reason', 'Why they can be compared.'),
	column('own', 'flag', 'Guidance', 'Whether the companies that it is about made it themselves.'),
	...SHAPED
] as const;

export const CAPEX_CURVES = [
	column('projection', 'slug', 'Projection', 'The projection’s name in addresses.'),
	column('date', 'day', 'Date', 'The end of a quarter of its window.'),
	column(
		'reported_usd',
		'dollars',
		'Reported (US$)',
		'The payments_for_ppe of its companies from the first day of its window; empty where one has not reported that far.'
	),
	column('path_usd', 'dollars', 'Projected (US$)', 'Its path at the same day.'),
	column(
		'path_low_usd',
		'dollars',
		'Projected, low (US$)',
		'The low end of its band; empty where it has a path of its own.'
	),
	column('path_high_usd', 'dollars', 'Projected, high (US$)', 'The high end of its band, likewise.')
] as const;
