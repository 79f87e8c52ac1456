import { countsFrom, dayNumber, monthsLater, type Day } from '$lib/records/day';
import { inForceAt } from '$lib/records/days-in-force';
import type { AssumedTerms, Term } from '$lib/records';
import type { Kind, Layer } from '$lib/records/vocabularies';

/** A layer whose deals are taken to run for some years where nobody stated a term. */
export type AssumedLayer = Exclude<Layer, 'funding'>;

/** For how many years a deal of each layer is taken to run where nobody stated a term. */
export type YearsByLayer = Readonly<Record<AssumedLayer, number>>;

/** The terms of a ledger that records none of a layer: of every day. */
export const DEFAULT_YEARS: YearsByLayer = { demand: 5, infrastructure: 3, components: 3 };

const ASSUMED_LAYERS = Object.keys(DEFAULT_YEARS) as AssumedLayer[];

/** Before any day that can be written. */
const FIRST_OF_ALL: Day = '0000-01-01';

const HANDED_OVER: ReadonlySet<Kind> = new Set(['equity_investment', 'debt_financing', 'acquisition']);

/** The years assumed on a day: of each layer the last that had begun by then, before the first the first. */
export function yearsAt(terms: readonly AssumedTerms[], day: Day): YearsByLayer {
	const years = ASSUMED_LAYERS.map((layer) => {
		const recorded = terms.find(({ slug }) => slug === layer);
		return [layer, inForceAt(recorded?.terms ?? [], day)?.years ?? DEFAULT_YEARS[layer]];
	});
	return Object.fromEntries(years) as YearsByLayer;
}

/** The first years of all: they hold before the first day of any list, too. */
export function firstYears(terms: readonly AssumedTerms[]): YearsByLayer {
	return yearsAt(terms, FIRST_OF_ALL);
}

/** That another number of years is assumed for a layer from a day on; the years of all layers with this change and those before it. */
export interface YearsChange {
	day: Day;
	layer: AssumedLayer;
	years: YearsByLayer;
}

/** Every change of the years, in the order of the days, then of the layers. */
export function yearsChanges(terms: readonly AssumedTerms[]): YearsChange[] {
	const changed = ASSUMED_LAYERS.flatMap((layer) => {
		const list = terms.find(({ slug }) => slug === layer)?.terms ?? [];
		return list.flatMap(({ from, years }, place) => {
			const before = list[place - 1];
			return before && before.years !== years ? [{ day: from, layer, years }] : [];
		});
	});
	changed.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
	let all = firstYears(terms);
	return changed.map(({ day, layer, years }) => ({ day, layer, years: (all = { ...all, [layer]: years }) }));
}

/**
 * The term taken where none is known (MODEL section 4): from the first event on, by layer. None for equity, debt, acquisitions
 * and all else of the layer funding: they fall due whole when they are completed.
 */
export function assumedTerm(layer: Layer, kind: Kind, firstDay: Day, years: YearsByLayer): Term | null {
	if (layer === 'funding' || HANDED_OVER.has(kind)) return null;
	return { start: firstDay, years: years[layer] };
}

/** The numbers of a term's first and last day, both inclusive. One in years ends the day before the same date that much later. */
export function termSpan(term: Term): { from: number; to: number } {
	const start = countsFrom(term.start);
	const to = 'end' in term ? dayNumber(countsFrom(term.end)) : monthsLater(start, Math.round(12 * term.years)) - 1;
	return { from: dayNumber(start), to };
}
