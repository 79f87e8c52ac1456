import { COLUMNS } from '$lib/ledger/columns';
import { projectionOf, spend, spendDays } from '$lib/shared/spend-rows';
import { table, type PublishedTable } from '../define';
import { pages, type tables } from './page';

export const TABLES = {
	'/spend': table({
		listed: {
			id: 'spend',
			title: 'Spending',
			about: 'The end of a step: announced, counted and due by then, with the projection beside them.'
		},
		columns: COLUMNS.spend_with_projection,
		defaults: pages.spend.defaults,
		answer: ({ book, view }) => ({
			rows: spend(book, view),
			columns: projectionOf(book, view) ? COLUMNS.spend_with_projection : COLUMNS.spend,
			more: () => ({ projection: view.projection, step: view.step, from: view.from, to: view.to })
		}),
		count: ({ view }) => spendDays(view).length
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
