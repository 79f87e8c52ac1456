import type { DealFilter } from '$lib/records/derive/filters';
import type { ParamName } from './params';

/**
 * What each name of the address means, a sentence for the documentation; it says the default where that is worked out. Apart from
 * the names themselves, so that no page carries the words. A filter by a field of a deal says it where the field is declared.
 */
export const ABOUTS: Record<Exclude<ParamName, DealFilter>, string> = {
	q: 'Words, all of which occur in the deal or the names of its parties.',
	layers: 'The layers that are counted; without it demand and infrastructure, on the flows all.',
	organisation: 'Payer or payee.',
	payer: 'Who pays.',
	payee: 'Who is paid.',
	wtf: 'Labels of the reading of a deal at `as_of`.',
	status: 'Whether a deal was called off, as known at `as_of`.',
	min_value: 'The least announced by `as_of`: the most that any event has stated.',
	max_value: 'The most announced by `as_of`.',
	firmness: 'At least this firm.',
	scope: 'All dollars, or the share of the United States; without it global, or the scope of the projection shown.',
	estimate: 'Which end of a range of values is counted.',
	shape: 'How spending runs over a term: evenly, or ramping up.',
	counting: 'Whether filters choose after all deals are counted, or what they choose is counted alone.',
	as_of: 'What was known on this day; without it today.',
	revision: 'What was recorded at this revision; without it the latest.',
	projection:
		'A projection to compare with, once it is published; without it the default one on the overview and the spending, else none.',
	from: "The first day of the range; without it 1 January of the first event's year, or the start of the projection shown. Of a list of deals: the day of the first event, where it is given.",
	to: 'The last day of the range; without it `as_of`, or the end of the projection shown. Of a list of deals: the latest day of the first event, where it is given.',
	step: 'How far apart the rows of a series are.',
	basis: 'Which of the three sums is shown.',
	scale: 'The scale of the dollars in a chart.',
	weight: 'Whether deals weigh by their value in the index, or all the same.',
	window: 'How many days the index looks back; auto: the fewest of 90, 180 and 365 that hold five deals.',
	seed: 'Where the random numbers of the scenarios begin.',
	runs: 'How many scenarios are run.',
	new_deals: 'Whether the scenarios sign new contracts as in the 24 months before `as_of`, or none.',
	path: 'How a projection of capital spending is spread over a year: straight, or as last year fell on its quarters.',
	check: 'Projections whose outcome can be told, cannot yet, or cannot at all; without it all.',
	sort: "The order of a list; without it the list's own.",
	group:
		'By what the rows of a list of deals are put together; without it they are not, and the table of groups is by payer.',
	page: 'Which page of a list.',
	per_page: 'Rows on a page of a list.',
	raw: 'Cells as they are, without the guard against formulas.',
	bom: 'A byte order mark first, which Excel needs.',
	labels: 'Headers for people instead of column names.'
};
