import { addDays, countsFrom, type Day } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { defaultProjection, isKnown } from '$lib/ledger/window';
import {
	BASES,
	CHECKS,
	COUNTINGS,
	DEAL_STATUSES,
	ESTIMATES,
	FIRMNESS,
	INDEX_WINDOWS,
	LAYERS,
	NEW_DEALS,
	PATHS,
	SCOPES,
	SPEND_SHAPES,
	STEPS,
	WEIGHTS,
	WTF_LABELS,
	type Check
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
import { listWords } from './text';
import { DEAL_GROUPS, SCALES, sortsOf, type DealGrouping } from './words';

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
 * is read, what it is by default and where it is known; views, reading, writing and the documentation follow. Without a sentence of
 * what it means in `abouts.ts` it does not compile.
 */
export const PARAMS = {
	q: filter(search(200)),
	layers: param({
		...someOf(LAYERS),
		part: 'question',
		fallback: ({ context }) => [...(context.layers ?? DEFAULT_QUESTION.layers)],
		handedOn: true,
		narrows: true
	}),
	...filtersOfFields(DEAL_FILTERS),
	organisation: filter(organisations()),
	payer: filter(organisations()),
	payee: filter(organisations()),
	wtf: filter(someOf(WTF_LABELS, (text) => text.toUpperCase())),
	status: filter(someOf(DEAL_STATUSES)),
	min_value: filter(whole(0, MOST_DOLLARS, 'whole US dollars')),
	max_value: filter(whole(0, MOST_DOLLARS, 'whole US dollars')),
	firmness: param({
		...oneOf(FIRMNESS),
		part: 'question',
		fallback: DEFAULT_QUESTION.firmness,
		handedOn: true,
		narrows: true
	}),
	scope: param({
		...oneOf(SCOPES),
		part: 'question',
		fallback: ({ chosen }) => chosen()?.scope ?? DEFAULT_QUESTION.scope,
		handedOn: true
	}),
	estimate: param({
		...oneOf(ESTIMATES),
		part: 'question',
		fallback: DEFAULT_QUESTION.estimate,
		handedOn: true
	}),
	shape: param({
		...oneOf(SPEND_SHAPES),
		part: 'question',
		fallback: DEFAULT_QUESTION.shape,
		handedOn: true
	}),
	counting: param({
		...oneOf(COUNTINGS),
		part: 'question',
		fallback: DEFAULT_QUESTION.counting,
		handedOn: true
	}),
	as_of: param({
		...day(),
		part: 'view',
		fallback: ({ context }) => context.today,
		handedOn: true
	}),
	revision: param<number | null, 'view'>({
		...whole(1, MOST_REVISIONS, 'the number of a revision'),
		read: (given, context) =>
			whole(1, context.lastRevision ?? MOST_REVISIONS, 'the number of a revision').read(given, context),
		part: 'view',
		fallback: null,
		handedOn: true
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
		none: 'none'
	}),
	from: param({
		...day(),
		part: 'view',
		fallback: startOf,
		narrows: true
	}),
	to: param({
		...day(),
		part: 'view',
		narrows: true,
		fallback: ({ at, chosen }) => {
			const projection = chosen();
			return projection ? countsFrom(projection.window.end) : at('as_of');
		}
	}),
	step: param({ ...oneOf(STEPS), part: 'view', fallback: 'month' }),
	basis: param({
		...oneOf(BASES),
		part: 'view',
		fallback: 'counted',
		keepsPage: true
	}),
	scale: param({
		...oneOf(SCALES),
		part: 'view',
		fallback: 'linear',
		keepsPage: true
	}),
	weight: param({
		...oneOf(WEIGHTS),
		part: 'view',
		fallback: 'value'
	}),
	window: param({
		...oneOf(INDEX_WINDOWS),
		part: 'view',
		fallback: 'auto'
	}),
	seed: param({
		...whole(0, 4_294_967_295),
		part: 'view',
		fallback: 1
	}),
	runs: param({ ...whole(100, 10_000), part: 'view', fallback: 2000 }),
	new_deals: param({ ...oneOf(NEW_DEALS), part: 'view', fallback: 'trailing' }),
	path: param({ ...oneOf(PATHS), part: 'view', fallback: 'straight', keepsPage: true }),
	check: param<Check | null, 'view'>({ ...oneOf(CHECKS), part: 'view', fallback: null }),
	sort: param<string | null, 'view'>({
		takes: 'an order of the list, with - before it for the greatest first',
		read: ([text = ''], context) => {
			const sorts = sortsOf(context);
			if (sorts.includes(text.replace(/^-/, ''))) return { value: text };
			const takes = `${listWords(sorts)}, with - before it for the greatest first`;
			return { got: text, takes, choices: sorts.flatMap((name) => [name, `-${name}`]) };
		},
		part: 'view',
		fallback: null,
		fits: (value, context) => sortsOf(context).includes(value?.replace(/^-/, '') ?? '')
	}),
	group: param<DealGrouping | null, 'view'>({ ...oneOf(DEAL_GROUPS), part: 'view', fallback: null }),
	page: param({
		...whole(1, 999_999_999),
		part: 'view',
		fallback: 1,
		keepsPage: true
	}),
	per_page: param({ ...whole(1, 1000), part: 'view', fallback: 50 }),
	raw: param({
		...flag(),
		part: 'view',
		fallback: false,
		table: true,
		keepsPage: true
	}),
	bom: param({
		...flag(),
		part: 'view',
		fallback: false,
		table: true,
		keepsPage: true
	}),
	labels: param({
		...flag(),
		part: 'view',
		fallback: false,
		table: true,
		keepsPage: true
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
