import type { Book } from '$lib/ledger/book';
import { DEAL_FILTER_NAMES, DEAL_FILTERS } from '$lib/records/derive/filters';
import { DEAL_STATUS_NAMES, ESTIMATE_WORDS, FIRMNESS_ASKED, LABEL_NAMES, LAYER_NAMES } from '$lib/records/vocabularies';
import { day, money } from '$lib/ui/format';
import { serialiseView, viewEntries, type Changes, type ParamName, type View, type ViewContext } from '$lib/view';

/** Something that narrows or recounts an answer, in words, and the query string of the same address without it. */
export interface Narrowing {
	text: string;
	/** Begins with `?`, so that it leads back to the page it stands on. */
	href: string;
}

type Say = (book: Book, view: View) => { text: string; lift: Changes }[];

function nameOf(book: Book, slug: string): string {
	return book.organisations.get(slug)?.name ?? slug;
}

/** One chip a value of a list, which leaves the others. */
function eachOf<Name extends ParamName>(name: Name, on: readonly string[], words: (value: string) => string) {
	return on.map((value) => {
		const rest = on.filter((other) => other !== value);
		return { text: words(value), lift: { [name]: rest.length > 0 ? rest : null } as Changes };
	});
}

function parties(name: 'payer' | 'payee' | 'organisation', words: string): Say {
	return (book, { question }) => eachOf(name, question.filters[name] ?? [], (slug) => `${words} ${nameOf(book, slug)}`);
}

/**
 * What each name of an address does to an answer; null of those that only choose what is drawn of it, or how it is listed, and of
 * those that the page says itself. A name that is missing here does not compile.
 */
const SAID: Record<ParamName, Say | null> = {
	q: (_, { question: { filters } }) => [{ text: `with “${filters.q}”`, lift: { q: null } }],
	layers: (_, { question }) => [
		{
			text: `${question.layers.map((layer) => LAYER_NAMES[layer].toLowerCase()).join(' and ')} only`,
			lift: { layers: null }
		}
	],
	...(Object.fromEntries(
		DEAL_FILTER_NAMES.map((name) => [
			name,
			((_, { question }) =>
				eachOf(name, question.filters[name] ?? [], (value) => DEAL_FILTERS[name].labels[value] ?? value)) satisfies Say
		])
	) as Record<(typeof DEAL_FILTER_NAMES)[number], Say>),
	organisation: parties('organisation', 'with'),
	payer: parties('payer', 'promised by'),
	payee: parties('payee', 'promised to'),
	wtf: (_, { question }) =>
		eachOf('wtf', question.filters.wtf ?? [], (label) => `read as ${LABEL_NAMES[label as keyof typeof LABEL_NAMES]}`),
	status: (_, { question }) =>
		eachOf('status', question.filters.status ?? [], (status) =>
			DEAL_STATUS_NAMES[status as keyof typeof DEAL_STATUS_NAMES].toLowerCase()
		),
	min_value: (_, { question }) => [
		{ text: `announced at ${money(question.filters.min_value ?? 0)} or more`, lift: { min_value: null } }
	],
	max_value: (_, { question }) => [
		{ text: `announced at ${money(question.filters.max_value ?? 0)} or less`, lift: { max_value: null } }
	],
	firmness: (_, { question }) => [{ text: FIRMNESS_ASKED[question.firmness].toLowerCase(), lift: { firmness: null } }],
	scope: (_, { question }) => [
		{ text: question.scope === 'us' ? 'counted in the US' : 'counted worldwide', lift: { scope: null } }
	],
	estimate: (_, { question }) => [
		{ text: `${ESTIMATE_WORDS[question.estimate].toLowerCase()} end of ranges`, lift: { estimate: null } }
	],
	shape: (_, { question }) => [
		{ text: question.shape === 'ramp' ? 'spending ramps up' : 'spending spread evenly', lift: { shape: null } }
	],
	counting: () => [{ text: 'counted alone, as if there were no other deals', lift: { counting: null } }],
	from: (_, { given, from, to }) => [
		given.has('to')
			? { text: `first heard of between ${day(from)} and ${day(to)}`, lift: { from: null, to: null } }
			: { text: `first heard of since ${day(from)}`, lift: { from: null } }
	],
	to: (_, { given, to }) => (given.has('from') ? [] : [{ text: `first heard of by ${day(to)}`, lift: { to: null } }]),
	as_of: (_, { as_of }) => [{ text: `as known on ${day(as_of)}`, lift: { as_of: null } }],
	weight: (_, { weight }) => [
		{
			text: weight === 'equal' ? 'the mood weighs deals alike' : 'the mood weighs deals by dollars',
			lift: { weight: null }
		}
	],
	window: (_, { window }) => [
		{
			text: window === 'auto' ? 'the mood over as many days as it takes' : `the mood over ${window} days`,
			lift: { window: null }
		}
	],
	new_deals: (_, { new_deals }) => [
		{
			text: new_deals === 'none' ? 'without new contracts' : 'with new contracts as of late',
			lift: { new_deals: null }
		}
	],
	...{ revision: null, projection: null, step: null, basis: null, scale: null },
	...{ path: null, check: null },
	...{ seed: null, runs: null, sort: null, group: null, page: null, per_page: null, raw: null, bom: null, labels: null }
};

/** The names of an address that narrow or recount an answer. */
export const NARROWING_NAMES = (Object.keys(SAID) as ParamName[]).filter((name) => SAID[name]);

/** Whatever of an address narrows or recounts its answer beyond the page's own defaults, in the order of addresses. */
export function narrowingsOf(book: Book, view: View, context: ViewContext, page: string): Narrowing[] {
	// The words of a search are what its page is about, and a range of days chooses nothing but among a list of deals.
	const isSaid = (name: ParamName) =>
		name === 'q' ? page !== 'search' : context.narrows || (name !== 'from' && name !== 'to');
	const names = viewEntries(view, context).filter(([name]) => isSaid(name));
	return names.flatMap(([name]) =>
		(SAID[name]?.(book, view) ?? []).map(({ text, lift }) => ({ text, href: `?${serialiseView(view, context, lift)}` }))
	);
}
