import { COLUMNS } from '$lib/ledger/columns';
import { wtf } from '$lib/shared/wtf-rows';
import { table, type PublishedTable } from '../define';
import type { tables } from './page';

export const TABLES = {
	'/wtf': table({
		listed: {
			id: 'wtf',
			title: 'WTF Index',
			about: 'The trailing 90-day index of both poles at the end of a step.'
		},
		columns: COLUMNS.wtf,
		answer: ({ book, view }) => ({
			rows: wtf(book, view),
			more: () => ({ weight: view.weight, step: view.step, from: view.from, to: view.to })
		})
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
