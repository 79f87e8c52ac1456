import { stateAt, type Book, type Entry } from '$lib/ledger/book';
import { dayNumber, type Day } from '$lib/records/day';
import { knownFrom, sumOf, type Figure, type OfPeriod } from '$lib/ledger/figures';
import type { Fundamental } from '$lib/records';
import type { Layer } from '$lib/records/vocabularies';
import type { Revenues } from './labs';
import type { Input } from './reading';
import { nameOf } from './rows';

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

/** Four quarters of reported figures as an input: as old as the latest of them to become known. */
export function quartersInput<T extends Figure>(book: Book, what: string, quarters: OfPeriod<T>[]): Input {
	const last = quarters.at(-1)!;
	const newest = quarters.map(knownFrom).reduce((a, b) => (a > b ? a : b));
	return {
		label: `${what} of ${nameOf(book, last.company)}, four quarters to ${last.period_end}`,
		value: sumOf(quarters),
		unit: 'usd',
		date: newest,
		source: last.source,
		dated: true
	};
}

/** What labs earn as inputs: each figure that counts, and by name what is too old to. */
export function revenueInputs(book: Book, { counted, left }: Revenues): Input[] {
	const input = (figure: Fundamental, dated: boolean): Input => ({
		label: `Annualised revenue of ${nameOf(book, figure.company)}${dated ? '' : ', too old, not counted'}`,
		value: figure.amount_usd,
		unit: 'usd',
		date: knownFrom(figure),
		source: figure.source,
		dated
	});
	return [...[...counted.values()].map((figure) => input(figure, true)), ...left.map((figure) => input(figure, false))];
}
