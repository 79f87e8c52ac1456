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
	column('deals', 'integer', 'Deals', 'On how many deals it falls due.', 'deals'),
	column(
		'filed_year_share',
		'ratio',
		'Filed share within a year',
		'What of a backlog of that day the company said would fall due within twelve months; empty where none is recorded.',
		'0 to 1'
	),
	column('filed_year_metric', 'text', 'Of which metric', 'The backlog of which that is a share.'),
	column(
		'equal_split',
		'flag',
		'Equal split',
		'Whether some of what is in the ledger rests on a split that nobody stated.'
	)
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

export const FILED_LABS = [
	column('company', 'slug', 'Lab', 'The slug of a lab.'),
	column('from', 'day', 'From', 'The first day of the last four calendar quarters of which all revenue is known.'),
	column('to', 'day', 'To', 'Their last day; where no revenue is known, the last quarter that has ended.'),
	column('due_usd', 'dollars', 'Due (US$)', 'What falls due in them on deals that the lab pays.'),
	column('revenue_usd', 'dollars', 'Revenue (US$)', 'What it earned in them; empty where a day is not known.'),
	column('burned_usd', 'dollars', 'Cash burned (US$)', 'Cash that it used up beside that, where recorded.'),
	column('burned_days', 'integer', 'Days of it', 'For how many of the days cash burned is recorded.', 'days'),
	column('days', 'integer', 'Days', 'How many days the four quarters have.', 'days'),
	column('ceiling_usd', 'dollars', 'Had to spend (US$)', 'Revenue and cash burned together, as far as recorded.'),
	column('share', 'ratio', 'Share', 'What is due, of what it had to spend.', 'ratio'),
	column('over', 'flag', 'Over', 'Whether more is due than it had to spend.'),
	column('equal_split', 'flag', 'Equal split', 'Whether some of what is due rests on a split that nobody stated.')
] as const;

export const BACKTEST = [
	column('date', 'day', 'Quarter', 'The last day of a calendar quarter.'),
	column('until', 'day', 'Until', 'The last day of the twelve months after it.'),
	column(
		'then_usd',
		'dollars',
		'Said then (US$)',
		'What would fall due in these months, as known at the quarter’s end.'
	),
	column('now_usd', 'dollars', 'Due as known now (US$)', 'What is due in the same months, as known on the as-of day.'),
	column('new_usd', 'dollars', 'On deals unknown then (US$)', 'What of that lies on deals first heard of later.'),
	column('ratio', 'ratio', 'Ratio', 'As known now, over what was said then.', 'ratio'),
	column('ended', 'flag', 'Ended', 'Whether the twelve months have ended.')
] as const;

export const CHECKED_FORECASTS = [
	column('kind', 'text', 'Kind', 'guidance or projection.'),
	column('key', 'slug', 'Who', 'The slug of the company that gave guidance, or of the projection.'),
	column('measure', 'text', 'Measure', 'What was said: a measure of capital spending, or due by the deals.'),
	column('from', 'day', 'From', 'The first day of the period.'),
	column('to', 'day', 'To', 'Its last day.'),
	column('said_on', 'date', 'Said on', 'When it was first said with an amount.'),
	column('said_usd', 'dollars', 'Said (US$)', 'What was said then; of a range the middle.'),
	column('last_usd', 'dollars', 'Said last (US$)', 'Guidance as it stood last; empty of a projection.'),
	column(
		'came_usd',
		'dollars',
		'Came (US$)',
		'Reported for the whole period by the same measure, or due in it; else empty.'
	),
	column('ratio', 'ratio', 'Ratio', 'What came of it, over what was said first.', 'ratio')
] as const;
