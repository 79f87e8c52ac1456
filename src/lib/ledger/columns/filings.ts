import { column } from './column';

export const BACKLOGS = [
	column('company', 'slug', 'Company', 'The slug of a company that has stated a backlog.'),
	column('metric', 'text', 'Metric', 'Which backlog: the widest that the company states.'),
	column('of_day', 'day', 'Of the day', 'The day that the backlog is of.'),
	column('known_from', 'day', 'Known from', 'The day from which the backlog counts as known.'),
	column('backlog_usd', 'dollars', 'Backlog (US$)', 'The backlog as reported.'),
	column(
		'ahead_usd',
		'dollars',
		'In the ledger (US$)',
		'What falls due to the company after the as-of day on demand deals.'
	),
	column('share', 'ratio', 'Share', 'That, of the backlog.', 'ratio'),
	column('year_usd', 'dollars', 'Within a year (US$)', 'What of it falls due within twelve months.'),
	column('year_share', 'ratio', 'Share within a year', 'That, of what falls due in the end.', '0 to 1'),
	column('deals', 'integer', 'Deals', 'On how many deals it falls due.', 'deals')
] as const;

export const FILED_QUARTERS = [
	column('date', 'day', 'Quarter', 'The last day of a calendar quarter.'),
	column(
		'reported_usd',
		'dollars',
		'Reported (US$)',
		'Capital spending of the companies that report it, all of it; empty until each has reported the whole quarter.'
	),
	column(
		'due_usd',
		'dollars',
		'Due from them (US$)',
		'What falls due in the quarter on deals that these companies pay.'
	),
	column('share', 'ratio', 'Share', 'That, of what they reported.', 'ratio'),
	column(
		'all_due_usd',
		'dollars',
		'Due in all (US$)',
		'What falls due in the quarter on all deals of the default layers.'
	)
] as const;
