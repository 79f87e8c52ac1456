import { column } from './column';

const REPORTED = [
	column('source', 'url', 'Source', 'Where the figure was read.'),
	column('publisher', 'text', 'Publisher', 'Whose page that is.'),
	column('seen', 'flag', 'Seen', 'Whether the source was read itself.'),
	column('confidence', 'text', 'Confidence', 'How well the figure is sourced: low, medium or high.'),
	column('note', 'text', 'Note', 'What there is to know about the figure.')
] as const;

const ROW_ID = column('id', 'slug', 'Row', 'The row’s name in addresses; it never changes.');

export const CAPEX = [
	column('company', 'slug', 'Company', 'The company’s slug.'),
	column('fiscal_period', 'text', 'Fiscal period', 'As the company calls the quarter.'),
	column('period_start', 'day', 'From', 'The first day of the quarter.'),
	column('period_end', 'day', 'To', 'The last day of the quarter.'),
	column('amount_usd', 'dollars', 'Amount (US$)', 'Capital spending in the quarter.'),
	column('measure', 'text', 'Measure', 'payments_for_ppe or including_finance_leases; never to be added together.'),
	column('filed', 'day', 'Filed', 'The day of the filing; empty where nobody wrote it down.'),
	column('known_from', 'day', 'Known from', 'The day of the filing, else 45 days after the end of the quarter.'),
	column('standing', 'flag', 'Stands', 'False for a figure that a later one has replaced.'),
	column(
		'trailing_usd',
		'dollars',
		'Four quarters (US$)',
		'This quarter and the three before it; empty where one is missing.'
	),
	column('derivation', 'text', 'Derivation', 'As reported, or how it was got from what was reported.'),
	...REPORTED,
	ROW_ID
] as const;

export const GUIDANCE = [
	column('company', 'slug', 'Company', 'The company’s slug.'),
	column('given_on', 'day', 'Given on', 'The day it was said.'),
	column('period_start', 'day', 'From', 'The first day of the period it is about.'),
	column('period_end', 'day', 'To', 'The last day of that period.'),
	column('measure', 'text', 'Measure', 'What was guided; measures differ between companies.'),
	column('low_usd', 'dollars', 'Low (US$)', 'The low end as given.'),
	column('high_usd', 'dollars', 'High (US$)', 'The high end as given.'),
	column('middle_usd', 'dollars', 'Middle (US$)', 'One number for the statement; empty where it names none.'),
	column('move', 'text', 'Move', 'first, raised, cut, changed, kept or no_amount, against the statement before.'),
	column('change_usd', 'dollars', 'Change (US$)', 'Of the middle, against the last statement with an amount.'),
	column(
		'reported_usd',
		'dollars',
		'Reported (US$)',
		'What was spent in the period by the same measure; empty while a quarter is missing.'
	),
	column('wording', 'text', 'Wording', 'What was said, in our words.'),
	...REPORTED,
	ROW_ID
] as const;

export const FUNDAMENTALS = [
	column('company', 'slug', 'Company', 'The company’s slug; us-economy for the whole economy.'),
	column('metric', 'text', 'Metric', 'What was measured: revenue, operating_cash_flow, backlog and the like.'),
	column('period_start', 'day', 'From', 'The first day of its period; empty for what is of one day.'),
	column('period_end', 'day', 'To', 'The last day of its period; empty for what is of one day.'),
	column('as_of', 'day', 'Of the day', 'The day that it is of; empty for what is of a period.'),
	column('amount_usd', 'dollars', 'Amount (US$)', 'The figure, negative where money went out.'),
	column('known_from', 'day', 'Known from', 'The day that it is of, else 45 days after the end of its period.'),
	...REPORTED,
	ROW_ID
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
	column('reason', 'text', 'Reason', 'Why they can be compared.')
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
