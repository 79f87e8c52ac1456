import { countsFrom, dayNumber, monthsLater, type Day } from '$lib/records/day';
import type { Term } from '$lib/records';
import type { Layer } from '$lib/records/vocabularies';

const ASSUMED_YEARS: Record<Exclude<Layer, 'funding'>, number> = { demand: 5, infrastructure: 3, components: 3 };

/** The term taken where none is known (MODEL section 4): from the first event on, by layer; one day for funding. */
export function assumedTerm(layer: Layer, firstDay: Day): Term {
	if (layer === 'funding') return { start: firstDay, end: firstDay };
	return { start: firstDay, years: ASSUMED_YEARS[layer] };
}

/** The numbers of a term's first and last day, both inclusive. One in years ends the day before the same date that much later. */
export function termSpan(term: Term): { from: number; to: number } {
	const start = countsFrom(term.start);
	const to = 'end' in term ? dayNumber(countsFrom(term.end)) : monthsLater(start, Math.round(12 * term.years)) - 1;
	return { from: dayNumber(start), to };
}
