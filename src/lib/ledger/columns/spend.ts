import { column } from './column';
import { SHAPED, VALUE } from './shared';

export const SPEND = [
	column('date', 'day', 'Date', 'The last day of the step.'),
	column(
		'headline_usd',
		'dollars',
		'Announced (US$)',
		'All deals at the most any announcement said, worldwide whatever the scope; empty after the as-of day.'
	),
	column(
		'counted_usd',
		'dollars',
		'Counted (US$)',
		'The question’s deals, every dollar once, in its scope, as known then; empty after the as-of day.'
	),
	column(
		'due_usd',
		'dollars',
		'Due (US$)',
		'The counted dollars spread over the terms of their deals, as known on the as-of day.'
	)
] as const;

export const SPEND_WITH_PROJECTION = [
	...SPEND,
	column(
		'in_window_usd',
		'dollars',
		'In the window (US$)',
		'Due since the projection’s window opened, under its scope.'
	),
	column('path_usd', 'dollars', 'Projected (US$)', 'The projection’s path, cumulative.'),
	column(
		'path_low_usd',
		'dollars',
		'Projected, low (US$)',
		'The low end of its band; empty where the projection gives a path of its own.'
	),
	column(
		'path_high_usd',
		'dollars',
		'Projected, high (US$)',
		'The high end of its band; empty where the projection gives a path of its own.'
	)
] as const;

export const RECONCILIATION = [
	column('key', 'text', 'Step', 'The step from announced to counted.'),
	column('label', 'text', 'Label', 'The same in words.'),
	column(
		'amount_usd',
		'dollars',
		'Amount (US$)',
		'What the step takes off, negative; the first row and all steps add up to the last.'
	),
	column('deals', 'integer', 'Deals', 'How many deals the row concerns.', 'deals')
] as const;

export const PROJECTIONS = [
	column('slug', 'slug', 'Projection', 'The projection’s name in addresses; it never changes.'),
	column('title', 'text', 'Title', 'The projection in one line.'),
	column('author', 'text', 'Author', 'Who made it.'),
	column('institution', 'text', 'Institution', 'For whom.'),
	column('published', 'date', 'Published', 'When.'),
	column('scope', 'text', 'Scope', 'us or global.'),
	column('covers', 'text', 'Covers', 'Whose spending it is about.'),
	column('window_start', 'date', 'From', 'The first day of its window.'),
	column('window_end', 'date', 'To', 'The last day of its window.'),
	...VALUE,
	column('comparable', 'list', 'Comparable with', 'deals or capex, or none.'),
	column('reason', 'text', 'Reason', 'Why, or why not.'),
	column('supersedes', 'slug', 'Supersedes', 'The earlier projection it replaces.'),
	column('featured', 'flag', 'Featured', 'Whether the dashboard shows it unless told otherwise.'),
	column('confidence', 'text', 'Confidence', 'How well the record is sourced: low, medium or high.'),
	column('sources', 'integer', 'Sources', 'How many sources the record names.', 'sources'),
	column('short', 'text', 'Short title', 'Who said what, in at most 40 characters; empty where nobody wrote one.'),
	column('check', 'text', 'Check', 'can, not_yet or cannot: whether it can be told what came of it.'),
	column('own', 'flag', 'Guidance', 'Whether the companies that it is about made it themselves.'),
	column('reported_to', 'day', 'Reported to', 'The last day up to which all its companies have reported.'),
	column('reported_usd', 'dollars', 'Reported (US$)', 'What they paid from the first day of its window to it.'),
	column('path_usd', 'dollars', 'Projected by then (US$)', 'Its path at the same day.'),
	column('pace', 'ratio', 'Pace', 'Reported over projected by then.', 'ratio'),
	...SHAPED,
	column(
		'due_to_date_usd',
		'dollars',
		'Due to date (US$)',
		'Due of the ledger’s deals in its window, by the as-of day.'
	),
	column('deals_path_usd', 'dollars', 'Projected by now (US$)', 'Its path at the as-of day.'),
	column('deals_pace', 'ratio', 'Pace by the deals', 'Due over projected by now.', 'ratio')
] as const;

export const COMPARISON = [
	column('slug', 'slug', 'Projection', 'The projection’s name in addresses.'),
	column('target_usd', 'dollars', 'Target (US$)', 'Its own central figure for the whole window.'),
	column('due_to_date_usd', 'dollars', 'Due to date (US$)', 'Due in the window by the as-of day.'),
	column('contracted_usd', 'dollars', 'Contracted (US$)', 'Due in the whole window, the rest of it already known.'),
	column('path_to_date_usd', 'dollars', 'Projected by now (US$)', 'Its path at the as-of day.'),
	column('pace', 'ratio', 'Pace', 'Spent over projected by now; empty before the window opens.', 'ratio'),
	column('cover', 'ratio', 'Cover', 'Contracted over target.', 'ratio'),
	column(
		'needed_per_year_usd',
		'dollars',
		'Needed a year (US$)',
		'What must be due a year from now on; empty once the window has closed.'
	),
	column('landing', 'day', 'Landing', 'The first day on which the target is reached; empty where it never is.')
] as const;

export const SCENARIOS = [
	column('date', 'day', 'Date', 'The last day of the step.'),
	column('due_usd', 'dollars', 'Due so far (US$)', 'Due by then if nothing more fell due from the as-of day on.'),
	column(
		'p10_usd',
		'dollars',
		'Low of runs (US$)',
		'Due, with new contracts where they are drawn: one run in ten stays at or below it. A scenario, not a forecast.'
	),
	column('p50_usd', 'dollars', 'Middle of runs (US$)', 'The same: half of the runs stay at or below it.'),
	column('p90_usd', 'dollars', 'High of runs (US$)', 'The same: nine runs in ten stay at or below it.'),
	column(
		'full_usd',
		'dollars',
		'In full (US$)',
		'Due if every contract were kept in full and on time, and none were added.'
	),
	column('signed_p10_usd', 'dollars', 'Low of runs, no new (US$)', 'The low of the same runs without new contracts.'),
	column('signed_p50_usd', 'dollars', 'Middle of runs, no new (US$)', 'Their middle.'),
	column('signed_p90_usd', 'dollars', 'High of runs, no new (US$)', 'Their high.')
] as const;

export const SENSITIVITY = [
	column('measure', 'text', 'Of', 'counted: the counted total. cover: contracted over the projection’s target.'),
	column('sort', 'text', 'Sort', 'assumption, made otherwise; or deal, left out.'),
	column('key', 'text', 'What', 'The assumption, or the deal by slug.'),
	column('instead', 'text', 'Instead', 'What is assumed instead; left_out for a deal.'),
	column('value_usd', 'dollars', 'Total then (US$)', 'The counted total then; empty for cover.'),
	column('change_usd', 'dollars', 'Change (US$)', 'From the counted total as asked; empty for cover.'),
	column('value', 'ratio', 'Cover then', 'Cover then; empty for the counted total.', 'ratio'),
	column('change', 'ratio', 'Change of cover', 'From the cover as asked; empty for the counted total.', 'ratio')
] as const;
