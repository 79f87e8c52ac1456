import { COLUMNS } from '$lib/ledger/columns';
import { board } from '$lib/readings';
import { ROW_COLUMNS } from '$lib/readings/columns';
import { indicatorRows } from '$lib/shared/reading-lines';
import { recordTable, table, type PublishedTable, type Row } from '../define';
import type { tables } from './page';
import { indicatorPage, indicatorRecord, indicatorSourceRows } from './reading';

export const TABLES = {
	'/indicators': table({
		listed: {
			id: 'indicators',
			title: 'Bubble readings',
			about: 'A reading on the day: its value, its bounds and its colour.'
		},
		columns: COLUMNS.indicators,
		answer({ book, view }) {
			const rows = indicatorRows(book, view);
			return { rows, more: () => ({ board: board(rows) }) };
		},
		count: ({ book }) => book.records.indicators.length
	})
} satisfies Record<keyof typeof tables, PublishedTable>;

/** JSON gives the reading whole, with its history and its rows; the table its history. */
export const INDICATOR = recordTable({
	columns: COLUMNS.indicator_history,
	answer({ book, view }, slug) {
		const found = indicatorPage(book, view, slug);
		return found && { rows: found.line.history, json: () => indicatorRecord(book, view, found) };
	}
});

/** What a reading was computed from. */
export const INDICATOR_ROWS = recordTable<Row>({
	listed: {
		id: 'indicator-rows',
		title: 'What a reading was computed from',
		about: 'A deal, an account or a projection that went into one reading.',
		example: '/indicators/circularity/rows'
	},
	columns: ROW_COLUMNS,
	answer({ book, view }, slug) {
		const rows = indicatorSourceRows(book, view, slug);
		return rows && { rows, more: () => ({ indicator: slug }) };
	}
});
