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

/** The columns of each table, by its name in addresses. */
export const COLUMNS = {
	spend: SPEND,
	spend_with_projection: SPEND_WITH_PROJECTION,
	deals: DEALS,
	events: EVENTS,
	reconciliation: RECONCILIATION,
	projections: PROJECTIONS,
	comparison: COMPARISON,
	wtf: WTF
} as const satisfies Record<string, readonly Column[]>;
