import { COLUMNS } from '$lib/ledger/columns';
import { filedBacklogs, filedQuarters, spendersAt } from '$lib/ledger/filings';
import { filedLabs } from '$lib/ledger/filed-labs';
import { backtestQuarters, checkedForecasts } from '$lib/ledger/backtest';
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
	}),
	'/filings/labs': table({
		listed: {
			id: 'filed-labs',
			title: 'Due from labs beside what they had to spend',
			about: 'What fell due from a lab in four quarters, beside its revenue and the cash that it burned.'
		},
		columns: COLUMNS.filed_labs,
		answer: ({ book, view }) => ({ rows: filedLabs(book, view.question, view.as_of) })
	}),
	'/filings/backtest': table({
		listed: {
			id: 'backtest',
			title: 'Backtest of what falls due',
			about: 'What the ledger said at the end of a quarter of the year after it, beside what it says of that year now.'
		},
		columns: COLUMNS.backtest,
		answer: ({ book, view }) => ({ rows: backtestQuarters(book, view.question, view.as_of) })
	}),
	'/filings/forecasts': table({
		listed: {
			id: 'checked-forecasts',
			title: 'Forecasts of periods that have ended',
			about: 'Guidance or a projection, beside what was reported.'
		},
		columns: COLUMNS.checked_forecasts,
		answer: ({ book, view }) => ({ rows: checkedForecasts(book, view.question, view.as_of) })
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
