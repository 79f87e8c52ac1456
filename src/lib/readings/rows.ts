import type { Book, Entry } from '$lib/ledger/book';
import { knownFrom, type Figure } from '$lib/ledger/figures';
import type { Row } from './reading';

/** What people call an organisation: its name, or its slug where there is no record of it. */
export function nameOf(book: Book, slug: string): string {
	return book.organisations.get(slug)?.name ?? slug;
}

/** A deal as a row of a reading. */
export function dealRow<V extends object>({ deal, firstDay }: Entry, values: V): Row<V> {
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

/** A reported figure as a row of a reading, with other values than its amount. */
export function figureRow<V extends object>(book: Book, figure: Figure, values: V): Row<V> {
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

/** A reported figure with its amount as a row of a reading. */
export function amountRow(book: Book, figure: Figure): Row<{ amount_usd: number }> {
	return figureRow(book, figure, { amount_usd: figure.amount_usd });
}

/** An organisation as a row of a reading; `measure` is what a figure of it would have measured. */
export function organisationRow<V extends object>(
	book: Book,
	slug: string,
	values: V,
	measure: string | null = null
): Row<V> {
	return {
		table: 'organisations',
		slug,
		label: nameOf(book, slug),
		measure,
		period_start: null,
		period_end: null,
		date: null,
		source: null,
		values
	};
}
