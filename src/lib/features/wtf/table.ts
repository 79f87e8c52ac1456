import { COLUMNS } from '$lib/ledger/columns';
import { wtf } from '$lib/shared/wtf-rows';
import { table, type PublishedTable } from '../define';
import type { tables } from './page';

export const TABLES = {
	'/wtf': table({
		listed: {
			id: 'wtf',
			title: 'WTF Index',
			about:
				'The index of both poles at the end of a step, with the days that it looks back and the deals that it rests on.'
		},
		columns: COLUMNS.wtf,
		answer: ({ book, view }) => ({
			rows: wtf(book, view),
			more: () => ({ weight: view.weight, window: view.window, step: view.step, from: view.from, to: view.to })
		})
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
