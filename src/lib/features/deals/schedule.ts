import { dayNumber, stepEnds, type Day } from '$lib/records/day';
import { stateAt, type Book } from '$lib/ledger/book';
import { DueCurve } from '$lib/ledger/due';
import { Sweep } from '$lib/ledger/sweep';
import type { Layer } from '$lib/records/vocabularies';
import type { View } from '$lib/view';

/** What of one deal falls due in one calendar quarter under a question, whole dollars. */
export interface QuarterRow {
	slug: string;
	payers: string[];
	payees: string[];
	layer: Layer;
	/** The last day of the quarter. */
	quarter: Day;
	due_usd: number;
}

/**
 * What falls due in each quarter of each chosen deal, in the order of their first events; quarters in which nothing does are left
 * out. The quarters of a deal add up to what of it is due in the end.
 */
export function quarterlyDue(book: Book, { question, as_of }: Pick<View, 'question' | 'as_of'>): QuarterRow[] {
	const due = new DueCurve(book, new Sweep(book, question, as_of).advance(as_of));
	return book.entries.flatMap((entry) => {
		const { index, deal, layer } = entry;
		const span = stateAt(entry, dayNumber(as_of)) && due.span(index);
		if (!span) return [];
		let before = 0;
		return stepEnds(span.start, lastOfQuarter(span.end), 'quarter').flatMap((quarter): QuarterRow[] => {
			const by = Math.round(due.of(index, quarter));
			const due_usd = by - before;
			before = by;
			if (due_usd === 0) return [];
			return [{ slug: deal.slug, payers: deal.payers, payees: deal.payees, layer, quarter, due_usd }];
		});
	});
}

/** The last day of a day's quarter: a last step that is cut short would not end on it. */
function lastOfQuarter(day: Day): Day {
	return stepEnds(day, `${day.slice(0, 4)}-12-31`, 'quarter')[0]!;
}
