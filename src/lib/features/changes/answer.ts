import type { Book } from '$lib/ledger/book';
import { changesBetween, type CauseRow, type ChangeRow, type Changes } from '$lib/ledger/changes';
import type { View } from '$lib/view';

/** What one deal moved for one reason, as it is published. Whole dollars. */
export interface ChangeLine extends ChangeRow {
	title: string;
}

function changesOf(book: Book, view: View): Changes {
	return changesBetween(book, view.question, view.from, view.to);
}

function lineOf(book: Book, row: ChangeRow): ChangeLine {
	return { ...row, title: book.entries[book.bySlug.get(row.slug)!]!.deal.title };
}

/** What moved the three figures from one day to the other; the rows add up to the difference of `from` and `to`. */
export function changes(book: Book, view: View): Omit<Changes, 'rows'> & { rows: ChangeLine[] } {
	const found = changesOf(book, view);
	return { ...found, rows: found.rows.map((row) => lineOf(book, row)) };
}

/** The page of what changed: each cause with the deals that moved most by it. */
export interface ChangesPage extends Pick<Changes, 'from' | 'to'> {
	causes: (CauseRow & { rows: ChangeLine[] })[];
	count: number;
}

const MOST_OF_A_CAUSE = 60;

/** The answer of `/changes`. */
export function changesPage(book: Book, view: View): ChangesPage {
	const { from, to, rows, causes } = changesOf(book, view);
	return {
		from,
		to,
		causes: causes.map((cause) => ({
			...cause,
			rows: rows
				.filter((row) => row.cause === cause.cause)
				.slice(0, MOST_OF_A_CAUSE)
				.map((row) => lineOf(book, row))
		})),
		count: rows.length
	};
}
