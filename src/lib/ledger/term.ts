import { countsFrom, dayNumber, monthsLater, type Day } from '$lib/records/day';
import type { Term } from '$lib/records';
import type { Kind, Layer } from '$lib/records/vocabularies';

const ASSUMED_YEARS: Record<Exclude<Layer, 'funding'>, number> = { demand: 5, infrastructure: 3, components: 3 };

const HANDED_OVER: ReadonlySet<Kind> = new Set(['equity_investment', 'debt_financing', 'acquisition']);

/**
 * The term taken where none is known (MODEL section 4): from the first event on, by layer. None for equity, debt, acquisitions
 * and all else of the layer funding: they fall due whole when they are completed.
 */
export function assumedTerm(layer: Layer, kind: Kind, firstDay: Day): Term | null {
	if (layer === 'funding' || HANDED_OVER.has(kind)) return null;
	return { start: firstDay, years: ASSUMED_YEARS[layer] };
}

/** The numbers of a term's first and last day, both inclusive. One in years ends the day before the same date that much later. */
export function termSpan(term: Term): { from: number; to: number } {
	const start = countsFrom(term.start);
	const to = 'end' in term ? dayNumber(countsFrom(term.end)) : monthsLater(start, Math.round(12 * term.years)) - 1;
	return { from: dayNumber(start), to };
}
