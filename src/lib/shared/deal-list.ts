import { compareText, stateAt, type Book } from '$lib/ledger/book';
import { DueCurve } from '$lib/ledger/due';
import { Sweep } from '$lib/ledger/sweep';
import { dayNumber, type Day } from '$lib/records/day';
import { FIRMNESS } from '$lib/records/vocabularies';
import type { DEAL_SORTS, View } from '$lib/view';
import { dealRow, type DealRow } from './deal-rows';

type DealSort = (typeof DEAL_SORTS)[number];

/** Latest first. */
const DEFAULT_DEAL_SORT = '-date';

const SORT_KEYS: Record<DealSort, (row: DealRow) => number | string | null> = {
	date: (row) => row.first_event,
	value: (row) => row.headline_usd,
	contribution: (row) => row.contribution_usd,
	due: (row) => row.due_usd,
	title: (row) => row.title.toLowerCase(),
	firmness: (row) => FIRMNESS.indexOf(row.firmness),
	terminator: (row) => row.terminator,
	idiocracy: (row) => row.idiocracy,
	lean: (row) => (row.terminator === null || row.idiocracy === null ? null : row.terminator - row.idiocracy)
};

/** Sorts rows by a name of DEAL_SORTS; what has no value comes last either way, equals by slug. */
export function sortDeals(rows: DealRow[], sort: string): DealRow[] {
	const down = sort.startsWith('-');
	const key = SORT_KEYS[(down ? sort.slice(1) : sort) as DealSort];
	return rows
		.map((row) => ({ row, value: key(row) }))
		.sort((a, b) => {
			if (a.value === b.value) return compareText(a.row.slug, b.row.slug);
			if (a.value === null) return 1;
			if (b.value === null) return -1;
			return (a.value < b.value ? -1 : 1) * (down ? -1 : 1);
		})
		.map(({ row }) => row);
}

/** Whether the first event of a deal lies in the range of days that the address gives; always where it gives none. */
export function isInRange(firstEvent: Day, { given, from, to }: Pick<View, 'given' | 'from' | 'to'>): boolean {
	return !(given.has('from') && firstEvent < from) && !(given.has('to') && firstEvent > to);
}

/**
 * Every filtered deal with a state at `as_of`, kept or not, sorted as the view asks; layers and firmness that are given in the
 * address narrow the list too (MODEL section 9).
 */
export function deals(book: Book, view: View): DealRow[] {
	const { question, as_of, given } = view;
	const sweep = new Sweep(book, question, as_of).advance(as_of);
	const due = new DueCurve(book, sweep);
	const minRank = FIRMNESS.indexOf(question.firmness);
	const rows: DealRow[] = [];
	for (const entry of book.entries) {
		const state = stateAt(entry, dayNumber(as_of));
		if (!state || !sweep.matches[entry.index]) continue;
		if (given.has('layers') && !question.layers.includes(entry.layer)) continue;
		if (given.has('firmness') && state.rank < minRank) continue;
		rows.push(dealRow(entry, state, as_of, sweep, due));
	}
	return sortDeals(rows, view.sort ?? DEFAULT_DEAL_SORT);
}

/** The deals of a view whose first event lies in the range of days that its address gives. */
export function dealsInRange(book: Book, view: View): DealRow[] {
	return deals(book, view).filter((row) => isInRange(row.first_event, view));
}
