import { compareText, type Book } from '$lib/ledger/book';
import { knownFrom } from '$lib/ledger/figures';
import { idOf, recordKey } from '$lib/records/keys';
import type { Fundamental } from '$lib/records';
import type { View } from '$lib/view';

/** A reported figure as it is published. */
type FundamentalRow = Fundamental & { known_from: string; id: string };

/** All figures known at the day of a view, every report of one: by company, metric and time. */
export function fundamentalRows(book: Book, { as_of }: View): FundamentalRow[] {
	return book.records.fundamentals
		.map((row) => ({ row, key: recordKey('fundamentals', row) }))
		.sort((a, b) => compareText(a.key, b.key))
		.map(({ row, key }) => ({ ...row, known_from: knownFrom(row), id: idOf(key) }))
		.filter(({ known_from }) => known_from <= as_of);
}
