import type { Book } from '$lib/ledger/book';
import { CAUSES, changesBetween, type CauseRow, type ChangeRow, type Changes } from '$lib/ledger/changes';
import type { View } from '$lib/view';
import { methodMoves, type MethodMove } from './method-moves';

/** What one deal moved for one reason, as it is published. Whole dollars. */
export interface ChangeLine extends ChangeRow {
	title: string;
	/** What the line is about: `deals`, or of a change of the method `terms` or `indicators`. */
	kind: 'deals' | MethodMove['kind'];
	/** Of a change of the method, else null. */
	on: MethodMove['on'] | null;
	before: string | null;
	after: string | null;
	by: string | null;
	reason: string | null;
	moved: string | null;
}

function changesOf(book: Book, view: View): Changes {
	return changesBetween(book, view.question, view.from, view.to);
}

function lineOf(book: Book, row: ChangeRow): ChangeLine {
	const { title } = book.entries[book.bySlug.get(row.slug)!]!.deal;
	return { ...row, title, kind: 'deals', on: null, before: null, after: null, by: null, reason: null, moved: null };
}

/** A change of the method as a line of its own. What it moved stands in the lines of the deals, so its own figures are 0. */
function methodLineOf({ slug, title, kind, on, before, after, by, reason, moved }: MethodMove): ChangeLine {
	const none = { headline_usd: 0, counted_usd: 0, due_usd: 0 };
	return { slug, cause: 'method', ...none, title, kind, on, before, after, by, reason, moved };
}

/** The causes, with that of the method wherever it changed, also where no deal moved. */
function withMethod(causes: CauseRow[], method: readonly MethodMove[]): CauseRow[] {
	if (method.length === 0 || causes.some(({ cause }) => cause === 'method')) return causes;
	const none = { deals: 0, headline_usd: 0, counted_usd: 0, due_usd: 0 };
	const all: CauseRow[] = [...causes, { cause: 'method', ...none }];
	return all.sort((a, b) => CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause));
}

/** What moved the three figures from one day to the other; the rows add up to the difference of `from` and `to`. */
export function changes(
	book: Book,
	view: View
): Omit<Changes, 'rows' | 'terms'> & { rows: ChangeLine[]; method: MethodMove[] } {
	const { terms, ...found } = changesOf(book, view);
	const method = methodMoves(book, { ...found, terms });
	const rows = [...found.rows.map((row) => lineOf(book, row)), ...method.map(methodLineOf)];
	return { ...found, rows, method, causes: withMethod(found.causes, method) };
}

/** The page of what changed: each cause with the deals that moved most by it. */
export interface ChangesPage extends Pick<Changes, 'from' | 'to'> {
	causes: (CauseRow & { rows: ChangeLine[] })[];
	/** The changes of the method, each with what it moved. */
	method: MethodMove[];
	count: number;
}

const MOST_OF_A_CAUSE = 60;

/** The answer of `/changes`. */
export function changesPage(book: Book, view: View): ChangesPage {
	const { from, to, rows, causes, terms } = changesOf(book, view);
	const method = methodMoves(book, { from, to, terms });
	return {
		from,
		to,
		method,
		causes: withMethod(causes, method).map((cause) => ({
			...cause,
			rows: rows
				.filter((row) => row.cause === cause.cause)
				.slice(0, MOST_OF_A_CAUSE)
				.map((row) => lineOf(book, row))
		})),
		count: rows.length + method.length
	};
}
