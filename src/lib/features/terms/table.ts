import { COLUMNS } from '$lib/ledger/columns';
import { recordTable, table, type PublishedTable } from '../define';
import { termRows } from './answer';
import type { tables } from './page';

export const TABLES = {
	'/terms': table({
		listed: {
			id: 'terms',
			title: 'Assumed terms',
			about: 'For how long a deal of one layer is taken to run, from a day on, where nobody stated a term.'
		},
		columns: COLUMNS.terms,
		answer: ({ book }) => ({ rows: book.records.terms.flatMap(termRows) })
	})
} satisfies Record<keyof typeof tables, PublishedTable>;

/** JSON gives the record whole; the table its terms by day. */
export const TERM = recordTable({
	columns: COLUMNS.terms,
	answer({ book }, slug) {
		const term = book.records.terms.find((each) => each.slug === slug);
		return term && { rows: termRows(term), json: () => ({ term }) };
	}
});
