import { stateAt, type Book, type Entry } from '../book';
import { dayNumber, type Day } from '$lib/records/day';
import { knownFrom, type Figure } from '../figures';
import { DEFAULT_QUESTION, type Question } from '../question';
import { LAYERS, type Layer } from '$lib/records/vocabularies';
import type { Input, Row } from './reading';

/** The default question over other layers. */
export function askingOf(layers: readonly Layer[]): Question {
	return { ...DEFAULT_QUESTION, layers: [...layers] };
}

/** The default question over all layers, funding included. */
export const ALL_LAYERS: Question = askingOf(LAYERS);

/** What people call an organisation: its name, or its slug where there is no record of it. */
export function nameOf(book: Book, slug: string): string {
	return book.organisations.get(slug)?.name ?? slug;
}

/** A deal as a row of a reading. */
export function dealRow({ deal, firstDay }: Entry, values: Row['values']): Row {
	return {
		table: 'deals',
		slug: deal.slug,
		label: deal.title,
		measure: null,
		period_start: null,
		period_end: null,
		date: firstDay,
		source: null,
		values
	};
}

/** A reported figure as a row of a reading. */
export function figureRow(book: Book, figure: Figure, values: Row['values'] = { amount_usd: figure.amount_usd }): Row {
	return {
		table: 'measure' in figure ? 'capex' : 'fundamentals',
		slug: figure.company,
		label: nameOf(book, figure.company),
		measure: 'measure' in figure ? figure.measure : figure.metric,
		period_start: figure.period_start,
		period_end: figure.period_end,
		date: knownFrom(figure),
		source: figure.source,
		values
	};
}

/** The day of the newest event, known at a day, of the deals that `concerns` picks; null where there is none. */
function newestEvent(book: Book, asOf: Day, concerns: (entry: Entry) => boolean): Day | null {
	const today = dayNumber(asOf);
	let newest: Day | null = null;
	for (const entry of book.entries) {
		if (!concerns(entry)) continue;
		const day = stateAt(entry, today)?.day;
		if (day !== undefined && (newest === null || day > newest)) newest = day;
	}
	return newest;
}

/** The deals of some layers as an input: as old as the newest event among them. */
export function dealsInput(
	book: Book,
	asOf: Day,
	layers: readonly Layer[],
	concerns: (entry: Entry) => boolean = () => true
): Input {
	const today = dayNumber(asOf);
	const known = (entry: Entry) => layers.includes(entry.layer) && concerns(entry);
	return {
		label: 'Newest event of the deals it looks at',
		value: book.entries.filter((entry) => known(entry) && stateAt(entry, today)).length,
		unit: 'deals',
		date: newestEvent(book, asOf, known),
		source: null,
		dated: true
	};
}
