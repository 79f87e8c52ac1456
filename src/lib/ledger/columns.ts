/**
 * The tables in which records and answers are published and imported: one column one meaning, one type, one unit. Names
 * are those of the JSON too, and are never renamed: a column may be added, at the end.
 */

/**
 * text: free words. slug, url: text as well. list: several texts. day: `YYYY-MM-DD`. date: a day, month or year.
 * dollars: whole US dollars. integer: another whole number. ratio: a fraction or a mean. flag: true or false.
 */
export type ColumnType = 'text' | 'slug' | 'url' | 'list' | 'day' | 'date' | 'dollars' | 'integer' | 'ratio' | 'flag';

export interface Column<Name extends string = string> {
	name: Name;
	type: ColumnType;
	/** Of numbers: what one of them is. Null for what is not counted in anything. */
	unit: string | null;
	/** A header for people. */
	label: string;
	description: string;
}

function column<const Name extends string>(
	name: Name,
	type: ColumnType,
	label: string,
	description: string,
	unit: string | null = type === 'dollars' ? 'US dollars' : null
): Column<Name> {
	return { name, type, unit, label, description };
}

const VALUE = [
	column('low_usd', 'dollars', 'Low (US$)', 'The low estimate of the value; empty where none was disclosed.'),
	column(
		'central_usd',
		'dollars',
		'Central (US$)',
		'The central estimate of the value; empty where none was disclosed.'
	),
	column('high_usd', 'dollars', 'High (US$)', 'The high estimate of the value; empty where none was disclosed.')
] as const;

const POLES = [
	column(
		'terminator',
		'ratio',
		'Terminator',
		'More power, autonomy or menace of machines; empty without a reading.',
		'0 to 10'
	),
	column('idiocracy', 'ratio', 'Idiocracy', 'Duller people, hype and waste; empty without a reading.', '0 to 10')
] as const;

const LABEL = column('label', 'text', 'WTF label', 'TERMINATOR, IDIOCRACY, WTF or NEUTRAL, from the two poles.');

const SPEND = [
	column('date', 'day', 'Date', 'The last day of the step.'),
	column(
		'headline_usd',
		'dollars',
		'Headline (US$)',
		'All deals at the most any announcement said; empty after the as-of day.'
	),
	column(
		'counted_usd',
		'dollars',
		'Counted (US$)',
		'The question’s deals, every dollar once, as known then; empty after the as-of day.'
	),
	column(
		'recognised_usd',
		'dollars',
		'Recognised (US$)',
		'The counted dollars spread over the terms of their deals, as known on the as-of day.'
	)
] as const;

const SPEND_WITH_PROJECTION = [
	...SPEND,
	column(
		'in_window_usd',
		'dollars',
		'In the window (US$)',
		'Recognised since the projection’s window opened, under its scope.'
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

const DEALS = [
	column('slug', 'slug', 'Deal', 'The deal’s name in addresses; it never changes.'),
	column('title', 'text', 'Title', 'The deal in one line.'),
	column('layer', 'text', 'Layer', 'Where in the stack the dollar is spent.'),
	column('kind', 'text', 'Kind', 'What sort of deal it is.'),
	column('payers', 'list', 'Payers', 'Organisations the money comes from, by slug.'),
	column('payees', 'list', 'Payees', 'Organisations the money goes to, by slug.'),
	column('first_event', 'day', 'First event', 'The day the deal was first heard of.'),
	column('firmness', 'text', 'Firmness', 'rumoured, letter_of_intent, announced or definitive, on the as-of day.'),
	...VALUE,
	column(
		'contribution_usd',
		'dollars',
		'Adds (US$)',
		'What the deal adds to the counted total; empty where the question leaves it out.'
	),
	column(
		'us_share',
		'ratio',
		'US share',
		'The part of it built in the United States; empty where not known.',
		'0 to 1'
	),
	column('part_of', 'slug', 'Part of', 'The deal whose value already contains this one.'),
	...POLES,
	LABEL,
	column(
		'headline_usd',
		'dollars',
		'Headline (US$)',
		'What a newspaper prints: the highest figure stated, on the as-of day.'
	),
	column(
		'recognised_usd',
		'dollars',
		'Recognised (US$)',
		'The part of what it adds that had elapsed by the as-of day.'
	),
	column('last_event', 'day', 'Last event', 'The day of the latest event known on the as-of day.'),
	column('cancelled', 'flag', 'Cancelled', 'Whether the deal had been called off.'),
	column('term_start', 'day', 'Term from', 'The first day its dollars are spread over.'),
	column('term_end', 'day', 'Term to', 'The last day its dollars are spread over.'),
	column(
		'term_assumed',
		'flag',
		'Term assumed',
		'Whether nobody stated the term, so that the rule for its layer stands in.'
	),
	column('capacity_gw', 'ratio', 'Capacity (GW)', 'As announced.', 'gigawatts'),
	column('sources', 'integer', 'Sources', 'How many sources the record names.', 'sources')
] as const;

const EVENTS = [
	column('slug', 'slug', 'Deal', 'The deal’s name in addresses.'),
	column('on', 'date', 'On', 'The day, month or year of the event; a month or year counts from its last day.'),
	column(
		'type',
		'text',
		'Event',
		'What happened: announced, clarified, definitive, amended, expanded, scaled_back, completed or cancelled.'
	),
	column('firmness', 'text', 'Firmness', 'How firm the deal is from this event on.'),
	...VALUE,
	column('note', 'text', 'Note', 'What was said, in our words.'),
	column('sources', 'list', 'Sources', 'The addresses of the sources of the event, or their publishers.')
] as const;

const RECONCILIATION = [
	column('key', 'text', 'Step', 'The step from headline to counted.'),
	column('label', 'text', 'Label', 'The same in words.'),
	column(
		'amount_usd',
		'dollars',
		'Amount (US$)',
		'What the step takes off, negative; the first row and all steps add up to the last.'
	),
	column('deals', 'integer', 'Deals', 'How many deals the row concerns.', 'deals')
] as const;

const PROJECTIONS = [
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
	column('sources', 'integer', 'Sources', 'How many sources the record names.', 'sources')
] as const;

const COMPARISON = [
	column('slug', 'slug', 'Projection', 'The projection’s name in addresses.'),
	column('target_usd', 'dollars', 'Target (US$)', 'Its own central figure for the whole window.'),
	column('spend_to_date_usd', 'dollars', 'Spent (US$)', 'Recognised in the window by the as-of day.'),
	column(
		'contracted_usd',
		'dollars',
		'Contracted (US$)',
		'Recognised in the whole window, the rest of it already known.'
	),
	column('path_to_date_usd', 'dollars', 'Projected by now (US$)', 'Its path at the as-of day.'),
	column('pace', 'ratio', 'Pace', 'Spent over projected by now; empty before the window opens.', 'ratio'),
	column('cover', 'ratio', 'Cover', 'Contracted over target.', 'ratio'),
	column(
		'needed_per_year_usd',
		'dollars',
		'Needed a year (US$)',
		'What must be recognised a year from now on; empty once the window has closed.'
	),
	column('landing', 'day', 'Landing', 'The first day on which the target is reached; empty where it never is.')
] as const;

const WTF = [
	column('date', 'day', 'Date', 'The last day of the step; the index looks back 90 days from it.'),
	...POLES,
	column('lean', 'ratio', 'Lean', 'Terminator minus Idiocracy.', '-10 to 10'),
	LABEL,
	column('deals', 'integer', 'Deals', 'How many deals the means are taken over.', 'deals')
] as const;

const INDICATORS = [
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

const INDICATOR_HISTORY = [
	column('date', 'day', 'Date', 'The last day of the quarter, the last one cut to the as-of day; read as known then.'),
	column('value', 'ratio', 'Value', 'The reading of that day, in the unit of the indicator.'),
	column('status', 'text', 'Status', 'green, amber, red, unknown or stale on that day.'),
	column('reason', 'text', 'Reason', 'Why there was no colour.')
] as const;

const INDICATOR_ROWS = [
	column('kind', 'text', 'Kind', 'deals, capex, fundamentals, projections or organisations.'),
	column('key', 'slug', 'Key', 'The slug of the deal, projection, organisation or reporting company.'),
	column('name', 'text', 'Name', 'Its title or name.'),
	column('measure', 'text', 'Measure', 'Of a reported figure: what was measured.'),
	column('period_start', 'day', 'From', 'The first day of the figure’s period.'),
	column('period_end', 'day', 'To', 'The last day of the figure’s period.'),
	column('date', 'day', 'Date', 'Of a deal the first event, of a figure the day from which it is known.'),
	column('source', 'url', 'Source', 'Where a reported figure comes from.'),
	column('amount_usd', 'dollars', 'Amount (US$)', 'A reported figure, or what a party holds of all contributions.'),
	column('contribution_usd', 'dollars', 'Adds (US$)', 'What the deal adds to the counted total.'),
	column('definitive_usd', 'dollars', 'Adds, signed (US$)', 'The same among signed deals; empty where it is not one.'),
	column('rumoured_usd', 'dollars', 'Adds, all (US$)', 'The same among all deals, rumours included.'),
	column('debt_usd', 'dollars', 'Debt (US$)', 'What the deal adds as debt.'),
	column('equity_usd', 'dollars', 'Equity (US$)', 'What the deal adds as equity.'),
	column('in_window_usd', 'dollars', 'In the window (US$)', 'Recognised since the projection’s window opened.'),
	column('due_usd', 'dollars', 'Due (US$)', 'Recognised within twelve months of the as-of day.'),
	column('labs_due_usd', 'dollars', 'Due from labs (US$)', 'The part of it that labs pay; payers share equally.'),
	column('revenue_usd', 'dollars', 'Revenue (US$)', 'Annualised revenue of a lab.'),
	column('ratio', 'ratio', 'Ratio', 'What is due over revenue.', 'ratio'),
	column('points', 'ratio', 'Points', '10,000 times the squared share; empty for parties that nobody names.', 'points'),
	column('idiocracy', 'ratio', 'Idiocracy', 'The deal’s reading on that pole.', '0 to 10')
] as const;

const REPORTED = [
	column('source', 'url', 'Source', 'Where the figure was read.'),
	column('publisher', 'text', 'Publisher', 'Whose page that is.'),
	column('seen', 'flag', 'Seen', 'Whether the source was read itself.'),
	column('confidence', 'text', 'Confidence', 'How well the figure is sourced: low, medium or high.'),
	column('note', 'text', 'Note', 'What there is to know about the figure.')
] as const;

const CAPEX = [
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
	...REPORTED
] as const;

const GUIDANCE = [
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
	...REPORTED
] as const;

const CAPEX_PROJECTIONS = [
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

const FLOWS = [
	column('from', 'slug', 'From', 'The organisation that pays.'),
	column('to', 'slug', 'To', 'The organisation that is paid.'),
	column('layer', 'text', 'Layer', 'Where in the stack the dollar is spent.'),
	column(
		'amount_usd',
		'dollars',
		'Amount (US$)',
		'What their deals add to the counted total; several parties of a deal share equally.'
	),
	column('deals', 'list', 'Deals', 'The deals it is made of, by slug.')
] as const;

const LOOPS = [
	column(
		'organisations',
		'list',
		'Organisations',
		'Each pays the next, and the last the first: at most four, the one that pays most in all first.'
	),
	column('amount_usd', 'dollars', 'Amount (US$)', 'What the weakest hop of the loop carries.'),
	column('deals', 'list', 'Deals', 'The deals along it, by slug.')
] as const;

const ORGANISATIONS = [
	column('slug', 'slug', 'Organisation', 'Its name in addresses; it never changes.'),
	column('name', 'text', 'Name', 'What it is called.'),
	column('kind', 'text', 'Kind', 'What sort of organisation it is.'),
	column('country', 'text', 'Country', 'Two letters; empty where nobody says.'),
	column('ticker', 'text', 'Ticker', 'Where its shares are traded; empty where they are not.'),
	column('cik', 'text', 'CIK', 'Its number with the SEC; empty where it has none.'),
	column('aliases', 'list', 'Aliases', 'Other names it goes by.'),
	column('stand_in', 'flag', 'Stand-in', 'Whether it stands for parties that nobody names: outside the ranking.'),
	column('payer_usd', 'dollars', 'Pays (US$)', 'Its share of the contributions that it pays; empty for a stand-in.'),
	column(
		'payee_usd',
		'dollars',
		'Is paid (US$)',
		'Its share of the contributions that it is paid; empty for a stand-in.'
	),
	column('deals', 'integer', 'Deals', 'Kept deals that it has a part in; empty for a stand-in.', 'deals')
] as const;

const COMMITMENTS = [
	column('role', 'text', 'Role', 'payer or payee.'),
	column('layer', 'text', 'Layer', 'Where in the stack the dollar is spent.'),
	column('year', 'integer', 'Year', 'The calendar year in which it is recognised.', 'years'),
	column('amount_usd', 'dollars', 'Amount (US$)', 'Its share of the contributions, as recognised in the year.')
] as const;

const SCENARIOS = [
	column('date', 'day', 'Date', 'The last day of the step.'),
	column('spent_usd', 'dollars', 'Spent (US$)', 'Recognised if nothing more were spent from the as-of day on.'),
	column(
		'p10_usd',
		'dollars',
		'P10 (US$)',
		'Recognised: one run in ten stays at or below it. A scenario, not a forecast.'
	),
	column('p50_usd', 'dollars', 'P50 (US$)', 'Recognised: half of the runs stay at or below it.'),
	column('p90_usd', 'dollars', 'P90 (US$)', 'Recognised: nine runs in ten stay at or below it.'),
	column('full_usd', 'dollars', 'In full (US$)', 'Recognised if every deal were spent in full.')
] as const;

const MOVES = [
	column('headline_usd', 'dollars', 'Headline (US$)', 'What it moved of the headline.'),
	column('counted_usd', 'dollars', 'Counted (US$)', 'What it moved of the counted total.'),
	column('recognised_usd', 'dollars', 'Recognised (US$)', 'What it moved of what is recognised.')
] as const;

const CHANGES = [
	column('slug', 'slug', 'Deal', 'The deal’s name in addresses.'),
	column('title', 'text', 'Title', 'The deal in one line.'),
	column(
		'cause',
		'text',
		'Cause',
		'new, expanded, firmer, scaled_back, less_firm, cancelled, rescheduled, restructured or time_passed.'
	),
	...MOVES
] as const;

const SENSITIVITY = [
	column('measure', 'text', 'Of', 'counted: the counted total. cover: contracted over the projection’s target.'),
	column('sort', 'text', 'Sort', 'assumption, made otherwise; or deal, left out.'),
	column('key', 'text', 'What', 'The assumption, or the deal by slug.'),
	column('instead', 'text', 'Instead', 'What is assumed instead; left_out for a deal.'),
	column('value_usd', 'dollars', 'Total then (US$)', 'The counted total then; empty for cover.'),
	column('change_usd', 'dollars', 'Change (US$)', 'From the counted total as asked; empty for cover.'),
	column('value', 'ratio', 'Cover then', 'Cover then; empty for the counted total.', 'ratio'),
	column('change', 'ratio', 'Change of cover', 'From the cover as asked; empty for the counted total.', 'ratio')
] as const;

const REVISION = [
	column('revision', 'integer', 'Revision', 'The number of the write; later ones are higher.', 'revisions'),
	column('at', 'text', 'When', 'The instant it was written, in UTC (ISO 8601).'),
	column('who', 'text', 'Who', 'Who wrote it.'),
	column('why', 'text', 'Why', 'The reason given.')
] as const;

const HISTORY = [
	...REVISION,
	column('records', 'integer', 'Records', 'How many records it added, changed or removed.', 'records')
] as const;

const RECORD_CHANGES = [
	...REVISION,
	column('kind', 'text', 'Kind', 'What kind of record.'),
	column('key', 'text', 'Record', 'Its slug, or what tells a row of a table from every other.'),
	column('title', 'text', 'Title', 'What it is called.'),
	column('change', 'text', 'Change', 'added, changed or removed.'),
	column('fields', 'list', 'Fields', 'The fields that differ.'),
	column('before', 'text', 'Before', 'What they held before, as JSON by field; empty where the record is new.'),
	column('after', 'text', 'After', 'What they hold since, as JSON by field; empty where the record was removed.')
] as const;

/** The columns of each table, by its name in addresses. */
export const COLUMNS = {
	spend: SPEND,
	spend_with_projection: SPEND_WITH_PROJECTION,
	deals: DEALS,
	events: EVENTS,
	reconciliation: RECONCILIATION,
	projections: PROJECTIONS,
	comparison: COMPARISON,
	wtf: WTF,
	indicators: INDICATORS,
	indicator_history: INDICATOR_HISTORY,
	indicator_rows: INDICATOR_ROWS,
	capex: CAPEX,
	guidance: GUIDANCE,
	capex_projections: CAPEX_PROJECTIONS,
	flows: FLOWS,
	loops: LOOPS,
	organisations: ORGANISATIONS,
	commitments: COMMITMENTS,
	scenarios: SCENARIOS,
	changes: CHANGES,
	sensitivity: SENSITIVITY,
	history: HISTORY,
	record_changes: RECORD_CHANGES
} as const satisfies Record<string, readonly Column[]>;
