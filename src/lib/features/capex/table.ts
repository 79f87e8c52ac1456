import type { RowOf } from '$lib/formats/cell';
import { COLUMNS, type Column } from '$lib/ledger/columns';
import { recordTable, table, type PublishedTable, type TableAsked } from '../define';
import { capexRows, guidanceRows } from './answer';
import { capexCurveRows } from './curves';
import { fundamentalRows } from './fundamentals';
import type { tables } from './page';
import { forecasts } from '$lib/shared/forecasts';

/** Every statement of guidance, as it was given and as it changed. */
const GUIDANCE_TABLE = table({
	listed: {
		id: 'guidance',
		title: 'Guidance',
		about: 'What a company said on a day that it would spend in a year.'
	},
	columns: COLUMNS.guidance,
	answer: ({ book, view }) => ({ rows: guidanceRows(book, view) })
});

export const TABLES = {
	/** Reported quarters, every vintage; JSON has all guidance beside them. */
	'/capex': table({
		listed: { id: 'capex', title: 'Reported capital spending', about: 'What a company filed for a quarter.' },
		columns: COLUMNS.capex,
		answer: ({ book, view }) => ({
			rows: capexRows(book, view),
			more: () => ({ guidance: guidanceRows(book, view) })
		})
	}),
	'/capex/projections': table({
		listed: {
			id: 'capex-projections',
			title: 'Reported spending against projections',
			about: 'A projection that filings can be set against, and what was filed in its window.'
		},
		columns: COLUMNS.capex_projections,
		answer: ({ book, view }) => ({
			rows: forecasts(book, view.as_of).map((each) => ({
				...each,
				companies: each.companies.map((one) => one.company)
			}))
		})
	}),
	/** Cumulative capital spending and the projections that are comparable with it, quarter by quarter. */
	'/capex/curves': table({
		listed: {
			id: 'capex-curves',
			title: 'Reported spending, quarter by quarter',
			about: 'The end of a quarter: what the companies of a projection have filed since its window opened.'
		},
		columns: COLUMNS.capex_curves,
		answer: ({ book, view }) => ({ rows: capexCurveRows(book, view) })
	}),
	'/guidance': GUIDANCE_TABLE,
	/** Every reported figure beside capital spending: revenue, cash flow, backlog, output. */
	'/fundamentals': table({
		listed: {
			id: 'fundamentals',
			title: 'Fundamentals',
			about: 'A figure of a company or an economy for a period, as it was published.'
		},
		columns: COLUMNS.fundamentals,
		answer: ({ book, view }) => ({ rows: fundamentalRows(book, view) })
	}),
	/** The same as `/guidance`, where the page of capital spending has it. */
	'/capex/guidance': GUIDANCE_TABLE
} satisfies Record<keyof typeof tables, PublishedTable>;

/** One row by its id: JSON also says it as its table does, where it is known by the day asked for. */
function reportedRow<R extends RowOf<R> & { id: string }>(
	columns: readonly Column<Extract<keyof R, string>>[],
	rowsOf: (asked: TableAsked) => readonly R[]
) {
	return recordTable<R>({
		columns,
		answer(asked, id) {
			const rows = rowsOf(asked).filter((row) => row.id === id);
			return { rows, json: () => ({ row: rows[0] ?? null }) };
		}
	});
}

export const CAPEX_ROW = reportedRow(COLUMNS.capex, ({ book, view }) => capexRows(book, view));
export const GUIDANCE_ROW = reportedRow(COLUMNS.guidance, ({ book, view }) => guidanceRows(book, view));
export const FUNDAMENTAL_ROW = reportedRow(COLUMNS.fundamentals, ({ book, view }) => fundamentalRows(book, view));
