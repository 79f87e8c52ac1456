import { addDays, countsFrom } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import type { Values, ViewContext } from './types';

/** The projection that an address shows where it names none. */
function defaultProjection(context: ViewContext): string | null {
	if (!context.windowed) return null;
	return context.projections.find((one) => one.featured)?.slug ?? null;
}

/**
 * The values of everything that an address leaves out (MODEL section 9). What it does give decides the rest: `as_of`
 * the end of the range, and on `/` and `/spend` the projection its window and scope.
 */
export function withDefaults(given: Partial<Values>, context: ViewContext): Values {
	const as_of = given.as_of ?? context.today;
	const projection = given.projection === undefined ? defaultProjection(context) : given.projection;
	const chosen = context.windowed ? context.projections.find((one) => one.slug === projection) : undefined;
	const to = given.to ?? (chosen ? countsFrom(chosen.window.end) : as_of);
	let from = chosen ? countsFrom(chosen.window.start) : `${context.firstEventYear ?? as_of.slice(0, 4)}-01-01`;
	// Before the first event there is nothing to show, but a day that nobody typed into the range is not their fault.
	if (!chosen && given.to === undefined && from > to) from = `${to.slice(0, 4)}-01-01`;
	if (context.trailing !== undefined) from = addDays(to, -context.trailing);
	return {
		q: undefined,
		layers: [...(context.layers ?? DEFAULT_QUESTION.layers)],
		kind: undefined,
		organisation: undefined,
		payer: undefined,
		payee: undefined,
		wtf: undefined,
		min_value: undefined,
		max_value: undefined,
		firmness: DEFAULT_QUESTION.firmness,
		scope: chosen?.scope ?? DEFAULT_QUESTION.scope,
		estimate: DEFAULT_QUESTION.estimate,
		revision: null,
		step: 'month',
		basis: 'counted',
		scale: 'linear',
		weight: 'value',
		seed: 1,
		runs: 2000,
		sort: null,
		page: 1,
		per_page: 50,
		raw: false,
		bom: false,
		labels: false,
		from,
		...given,
		as_of,
		projection,
		to
	};
}
