import { COLUMNS } from '$lib/ledger/columns';
import { reconciliation } from '$lib/shared/reconciliation';
import { table, type PublishedTable } from '../define';
import type { tables } from './page';

export const TABLES = {
	'/reconciliation': table({
		listed: {
			id: 'reconciliation',
			title: 'Reconciliation',
			about: 'One of the six steps from announced to counted, or what it starts or ends with.'
		},
		columns: COLUMNS.reconciliation,
		answer: ({ book, view }) => ({ rows: reconciliation(book, view) })
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
