import { DEAL } from '$lib/records/deal';
import { fieldColumn, laterColumns } from '$lib/records/derive/columns';
import { column } from './column';
import { VALUE, POLES, LABEL } from './shared';

export const DEALS = [
	fieldColumn(DEAL.fields, 'slug'),
	fieldColumn(DEAL.fields, 'title'),
	column('layer', 'text', 'Layer', 'Where in the stack the dollar goes.'),
	fieldColumn(DEAL.fields, 'kind'),
	fieldColumn(DEAL.fields, 'payers'),
	fieldColumn(DEAL.fields, 'payees'),
	column('first_event', 'day', 'First event', 'The day the deal was first heard of.'),
	column('firmness', 'text', 'Firmness', 'rumoured, letter_of_intent, announced or definitive, on the as-of day.'),
	...VALUE,
	column(
		'contribution_usd',
		'dollars',
		'Adds (US$)',
		'What the deal adds to the counted total; empty where the question leaves it out.'
	),
	fieldColumn(DEAL.fields, 'us_share'),
	fieldColumn(DEAL.fields, 'part_of'),
	...POLES,
	LABEL,
	column(
		'headline_usd',
		'dollars',
		'Announced (US$)',
		'What a newspaper prints: the highest figure that any event has stated up to the as-of day.'
	),
	column(
		'due_usd',
		'dollars',
		'Due (US$)',
		'The part of what it adds that would have fallen due by the as-of day; of a cancelled deal, what had been paid.'
	),
	column('last_event', 'day', 'Last event', 'The day of the latest event known on the as-of day.'),
	column('cancelled', 'flag', 'Cancelled', 'Whether the deal had been called off.'),
	column('term_start', 'day', 'Term from', 'The first day its dollars are spread over.'),
	column('term_end', 'day', 'Term to', 'The last day its dollars are spread over.'),
	column(
		'term_assumed',
		'flag',
		'Term assumed',
		'Whether nobody stated the term, so that the rule for its layer stands in; empty of a cancelled deal.'
	),
	fieldColumn(DEAL.fields, 'capacity_gw'),
	column('sources', 'integer', 'Sources', 'How many sources the record names.', 'sources'),
	...laterColumns(DEAL.fields),
	column('firm_since', 'day', 'Firm since', 'The first day of the unbroken run of events at its firmness.'),
	column(
		'awaiting_completion',
		'flag',
		'Awaits completion',
		'Whether it falls due when it is completed, which is not known to have happened; empty of a cancelled deal.'
	),
	column(
		'bound_usd',
		'dollars',
		'Bound (US$)',
		'What of what it adds falls due before a notice could end it: all of it where nobody may leave; empty where the question leaves it out.'
	)
] as const;

export const DEAL_GROUPS = [
	column('grouped_by', 'text', 'Put together by', 'payer, kind, year or firmness.'),
	column(
		'group',
		'text',
		'Group',
		'Its payers by slug, its kind, its year or its firmness; `cancelled` for what was called off.'
	),
	column('name', 'text', 'Name', 'The group in words.'),
	column('deals', 'integer', 'Deals', 'How many deals it has.', 'deals'),
	column('undisclosed', 'integer', 'Undisclosed', 'How many of them have no stated amount.', 'deals'),
	column('headline_usd', 'dollars', 'Announced (US$)', 'What its deals announced, added up.'),
	column('counted_usd', 'dollars', 'Counted (US$)', 'What its deals add to the count.'),
	column('due_usd', 'dollars', 'Due (US$)', 'What of that would have fallen due by the as-of day.')
] as const;

export const EVENTS = [
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

export const SCHEDULE = [
	column('date', 'day', 'Date', 'The end of a calendar quarter of the term.'),
	column(
		'due_usd',
		'dollars',
		'Due (US$)',
		'What of the deal falls into this quarter, by itself: whatever its layer, its place and the deals around it.'
	),
	column('cumulative_usd', 'dollars', 'Due by then (US$)', 'The same from the first day of the term on.')
] as const;

export const VERSIONS = [
	column('slug', 'slug', 'Deal', 'The deal’s name in addresses.'),
	column(
		'field',
		'text',
		'Field',
		'What was stated: low_usd, central_usd, high_usd, firmness, term, schedule, paid_usd, notice or cancelled.'
	),
	column('from', 'day', 'From', 'The day that this version counts from, until the next of the same field.'),
	column('value', 'text', 'Value', 'What was stated; sums in whole dollars; empty where it was taken back.'),
	column('event', 'text', 'Event', 'What kind of event stated it.'),
	column('sources', 'list', 'Sources', 'Where it was said.')
] as const;

export const DEAL_QUARTERS = [
	fieldColumn(DEAL.fields, 'slug'),
	fieldColumn(DEAL.fields, 'payers'),
	fieldColumn(DEAL.fields, 'payees'),
	column('layer', 'text', 'Layer', 'Where in the stack the dollar is spent.'),
	column('quarter', 'day', 'Quarter', 'The last day of the calendar quarter.'),
	column(
		'due_usd',
		'dollars',
		'Due (US$)',
		'What of the contribution of the deal falls due in the quarter, or was paid in it of a cancelled deal.'
	)
] as const;

export const WTF = [
	column('date', 'day', 'Date', 'The last day of the step; the index looks back from it.'),
	...POLES,
	column('lean', 'ratio', 'Lean', 'Terminator minus Idiocracy.', '-10 to 10'),
	LABEL,
	column('deals', 'integer', 'Deals', 'How many deals were found; too few make no reading.', 'deals'),
	column('window_days', 'integer', 'Days', 'How many days it looks back, the day itself included.', 'days'),
	column(
		'effective_deals',
		'ratio',
		'Effective deals',
		'How many deals of equal weight would say as much: the sum of the weights squared over the sum of their squares.',
		'deals'
	)
] as const;
