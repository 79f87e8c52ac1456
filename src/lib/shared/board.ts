import { compareText, type Book } from '$lib/ledger/book';
import { addMonths, type Day } from '$lib/records/day';
import { board as tally, pastReading } from '$lib/readings';
import { hasColour } from '$lib/readings/colour';
import type { Status } from '$lib/readings/reading';
import type { View } from '$lib/view';
import { definition, ORDER, type Definition, type IndicatorLine } from './reading-lines';

/** A reading on its scale, without what it was computed from. */
export type DialLine = Definition & Pick<IndicatorLine, 'value' | 'status' | 'year_ago'>;

/** The bubble readings at a glance: how they stand, and those that stand worst. */
export interface Board {
	as_of: Day;
	/** All of them, worst first. */
	all: { slug: string; name: string; status: Status }[];
	board: Record<Status, number>;
	/** The first that have a colour. */
	worst: DialLine[];
}

const SHOWN = 4;

/** The readings at the day of a view, as the front page shows them. What else is asked there does not move them. */
export function board(book: Book, { as_of }: View): Board {
	const read = book.records.indicators.map((indicator) => ({ indicator, ...pastReading(book, indicator, as_of) }));
	read.sort(
		(a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || compareText(a.indicator.slug, b.indicator.slug)
	);
	return {
		as_of,
		all: read.map(({ indicator: { slug, name }, status }) => ({ slug, name, status })),
		board: tally(read),
		worst: read
			.filter(({ status }) => hasColour(status))
			.slice(0, SHOWN)
			.map(({ indicator, value, status }) => ({
				...definition(indicator, as_of),
				value,
				status,
				year_ago: pastReading(book, indicator, addMonths(as_of, -12))
			}))
	};
}
