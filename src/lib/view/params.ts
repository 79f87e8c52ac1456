import { addDays, countsFrom, type Day } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { defaultProjection, isKnown } from '$lib/ledger/window';
import {
	BASES,
	COUNTINGS,
	ESTIMATES,
	FIRMNESS,
	INDEX_WINDOWS,
	LAYERS,
	SCOPES,
	SPEND_SHAPES,
	STEPS,
	WEIGHTS,
	WTF_LABELS
} from '$lib/records/vocabularies';
import {
	day,
	filter,
	filtersOfFields,
	flag,
	oneOf,
	organisations,
	search,
	someOf,
	whole,
	type Defaults,
	type Param,
	type Part
} from './param';
import { DEAL_FILTERS } from '$lib/records/derive/filters';
import { listed } from './text';
import { SCALES, sortsOf } from './words';

const MOST_DOLLARS = 9e15;
const MOST_REVISIONS = 999_999_999;

/** An entry that is no filter, with the type that its rule reads. */
function param<T, P extends Part>(entry: Param<T, P>): Param<T, P> {
	return entry;
}

/** The start of the range where the address does not say it. */
function startOf({ context, endIsGiven, at, chosen }: Defaults): Day {
	const to = at('to');
	if (context.trailing !== undefined) return addDays(to, -context.trailing);
	const projection = chosen();
	if (projection) return countsFrom(projection.window.start);
	const from = `${context.firstEventYear ?? at('as_of').slice(0, 4)}-01-01`;
	// Before the first event there is nothing to show, but a day that nobody typed into the range is not their fault.
	return !endIsGiven && from > to ? `${to.slice(0, 4)}-01-01` : from;
}

/**
 * Every name of an address, in the order in which it is written (MODEL section 9). A new name is one entry here: its type, how it
 * is read, what it is by default, where it is known and what it means; views, reading, writing and the documentation follow.
 */
export const PARAMS = {
	q: filter(search(200), 'Words, all of which occur in the deal or the names of its parties.'),
	layers: param({
		...someOf(LAYERS),
		part: 'question',
		fallback: ({ context }) => [...(context.layers ?? DEFAULT_QUESTION.layers)],
		handedOn: true,
		narrows: true,
		about: 'The layers that are counted; without it demand and infrastructure, on the flows all.'
	}),
	...filtersOfFields(DEAL_FILTERS),
	organisation: filter(organisations(), 'Payer or payee.'),
	payer: filter(organisations(), 'Who pays.'),
	payee: filter(organisations(), 'Who is paid.'),
	wtf: filter(
		someOf(WTF_LABELS, (text) => text.toUpperCase()),
		'Labels of the reading of a deal at `as_of`.'
	),
	min_value: filter(
		whole(0, MOST_DOLLARS, 'whole US dollars'),
		'The least headline at `as_of`: the most that any event has stated.'
	),
	max_value: filter(whole(0, MOST_DOLLARS, 'whole US dollars'), 'The highest headline at `as_of`.'),
	firmness: param({
		...oneOf(FIRMNESS),
		part: 'question',
		fallback: DEFAULT_QUESTION.firmness,
		handedOn: true,
		narrows: true,
		about: 'At least this firm.'
	}),
	scope: param({
		...oneOf(SCOPES),
		part: 'question',
		fallback: ({ chosen }) => chosen()?.scope ?? DEFAULT_QUESTION.scope,
		handedOn: true,
		about: 'All dollars, or the share of the United States; without it global, or the scope of the projection shown.'
	}),
	estimate: param({
		...oneOf(ESTIMATES),
		part: 'question',
		fallback: DEFAULT_QUESTION.estimate,
		handedOn: true,
		about: 'Which end of a range of values is counted.'
	}),
	shape: param({
		...oneOf(SPEND_SHAPES),
		part: 'question',
		fallback: DEFAULT_QUESTION.shape,
		handedOn: true,
		about: 'How spending runs over a term: evenly, or ramping up.'
	}),
	counting: param({
		...oneOf(COUNTINGS),
		part: 'question',
		fallback: DEFAULT_QUESTION.counting,
		handedOn: true,
		about: 'Whether filters choose after all deals are counted, or what they choose is counted alone.'
	}),
	as_of: param({
		...day(),
		part: 'view',
		fallback: ({ context }) => context.today,
		handedOn: true,
		about: 'What was known on this day; without it today.'
	}),
	revision: param<number | null, 'view'>({
		...whole(1, MOST_REVISIONS, 'the number of a revision'),
		read: (given, context) =>
			whole(1, context.lastRevision ?? MOST_REVISIONS, 'the number of a revision').read(given, context),
		part: 'view',
		fallback: null,
		handedOn: true,
		about: 'What was recorded at this revision; without it the latest.'
	}),
	projection: param<string | null, 'view'>({
		takes: 'the slug of a projection in the ledger, or none',
		read: ([text = ''], context) => {
			if (text === 'none') return { value: null };
			const slugs = context.projections.map((one) => one.slug).sort();
			if (slugs.includes(text)) return { value: text };
			return { got: text, takes: 'the slug of a projection in the ledger, or none', choices: [...slugs, 'none'] };
		},
		part: 'view',
		fallback: ({ context, at }) =>
			context.windowed ? (defaultProjection(context.projections, at('as_of'))?.slug ?? null) : null,
		settled: (slug, { context, at }) => {
			const projection = context.projections.find((one) => one.slug === slug);
			return projection && isKnown(projection, at('as_of')) ? slug : null;
		},
		none: 'none',
		about:
			'A projection to compare with, once it is published; without it the default one on the overview and the spending, else none.'
	}),
	from: param({
		...day(),
		part: 'view',
		fallback: startOf,
		about:
			"The first day of the range; without it 1 January of the first event's year, or the start of the projection shown."
	}),
	to: param({
		...day(),
		part: 'view',
		fallback: ({ at, chosen }) => {
			const projection = chosen();
			return projection ? countsFrom(projection.window.end) : at('as_of');
		},
		about: 'The last day of the range; without it `as_of`, or the end of the projection shown.'
	}),
	step: param({ ...oneOf(STEPS), part: 'view', fallback: 'month', about: 'How far apart the rows of a series are.' }),
	basis: param({
		...oneOf(BASES),
		part: 'view',
		fallback: 'counted',
		keepsPage: true,
		about: 'Which of the three sums is shown.'
	}),
	scale: param({
		...oneOf(SCALES),
		part: 'view',
		fallback: 'linear',
		keepsPage: true,
		about: 'The scale of the dollars in a chart.'
	}),
	weight: param({
		...oneOf(WEIGHTS),
		part: 'view',
		fallback: 'value',
		about: 'Whether deals weigh by their value in the index, or all the same.'
	}),
	window: param({
		...oneOf(INDEX_WINDOWS),
		part: 'view',
		fallback: 'auto',
		about: 'How many days the index looks back; auto: the fewest of 90, 180 and 365 that hold five deals.'
	}),
	seed: param({
		...whole(0, 4_294_967_295),
		part: 'view',
		fallback: 1,
		about: 'Where the random numbers of the scenarios begin.'
	}),
	runs: param({ ...whole(100, 10_000), part: 'view', fallback: 2000, about: 'How many scenarios are run.' }),
	sort: param<string | null, 'view'>({
		takes: 'an order of the list, with - before it for the greatest first',
		read: ([text = ''], context) => {
			const sorts = sortsOf(context);
			if (sorts.includes(text.replace(/^-/, ''))) return { value: text };
			const takes = `${listed(sorts)}, with - before it for the greatest first`;
			return { got: text, takes, choices: sorts.flatMap((name) => [name, `-${name}`]) };
		},
		part: 'view',
		fallback: null,
		fits: (value, context) => sortsOf(context).includes(value?.replace(/^-/, '') ?? ''),
		about: "The order of a list; without it the list's own."
	}),
	page: param({
		...whole(1, 999_999_999),
		part: 'view',
		fallback: 1,
		keepsPage: true,
		about: 'Which page of a list.'
	}),
	per_page: param({ ...whole(1, 1000), part: 'view', fallback: 50, about: 'Rows on a page of a list.' }),
	raw: param({
		...flag(),
		part: 'view',
		fallback: false,
		table: true,
		keepsPage: true,
		about: 'Cells as they are, without the guard against formulas.'
	}),
	bom: param({
		...flag(),
		part: 'view',
		fallback: false,
		table: true,
		keepsPage: true,
		about: 'A byte order mark first, which Excel needs.'
	}),
	labels: param({
		...flag(),
		part: 'view',
		fallback: false,
		table: true,
		keepsPage: true,
		about: 'Headers for people instead of column names.'
	})
};

type Params = typeof PARAMS;
export type ParamName = keyof Params;

/** What each name of the address holds once it is read. */
export type Values = { [Name in ParamName]: Params[Name] extends Param<infer T> ? T : never };

/** The names that stand in one part of a view. */
export type NamesIn<P extends Part> = {
	[Name in ParamName]: Params[Name]['part'] extends P ? Name : never;
}[ParamName];
