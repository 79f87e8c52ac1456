import { COLUMNS } from '$lib/ledger/columns';
import { filedBacklogs, filedQuarters, spendersAt } from '$lib/ledger/filings';
import { table, type PublishedTable } from '../define';
import type { tables } from './page';

export const TABLES = {
	'/filings': table({
		listed: {
			id: 'filings',
			title: 'Filed backlogs',
			about: 'What a company says is still to be paid to it, beside what the ledger knows of it.'
		},
		columns: COLUMNS.filings,
		answer: ({ book, view }) => ({ rows: filedBacklogs(book, view.question, view.as_of) })
	}),
	'/filings/quarters': table({
		listed: {
			id: 'filed-quarters',
			title: 'Due beside reported capex',
			about: 'What fell due in a calendar quarter, beside the capital spending that was reported for it.'
		},
		columns: COLUMNS.filed_quarters,
		answer: ({ book, view }) => ({
			rows: filedQuarters(book, view.question, view.as_of),
			more: () => ({ companies: spendersAt(book.records, view.as_of) })
		})
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
