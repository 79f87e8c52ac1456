import { COLUMNS } from '$lib/ledger/columns';
import { recordTable, table, type PublishedTable } from '../define';
import { coverageRows, gapRows } from './answer';
import type { tables } from './page';

export const TABLES = {
	'/coverage': table({
		listed: {
			id: 'coverage',
			title: 'Coverage',
			about: 'What was looked for of one kind of record, until which day, and how many gaps are known.'
		},
		columns: COLUMNS.coverage,
		answer: ({ book }) => ({ rows: coverageRows(book) }),
		count: ({ book }) => book.records.coverage.length
	})
} satisfies Record<keyof typeof tables, PublishedTable>;

/** JSON gives the statement whole; the table its gaps. */
export const COVERAGE = recordTable({
	columns: COLUMNS.gaps,
	answer({ book }, slug) {
		const statement = book.records.coverage.find((each) => each.slug === slug);
		return statement && { rows: gapRows(statement), json: () => ({ coverage: statement }) };
	}
});
