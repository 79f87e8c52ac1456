import { COLUMNS } from '$lib/ledger/columns';
import { table, type PublishedTable } from '../define';
import { changes } from './answer';
import { pages, type tables } from './page';

export const TABLES = {
	/** What moved, deal by deal and cause by cause; JSON adds the figures of both days and the sums of each cause. */
	'/changes': table({
		listed: {
			id: 'changes',
			title: 'Changes',
			about: 'What one deal did to the totals between two days, and by which cause.'
		},
		columns: COLUMNS.changes,
		defaults: pages.changes.defaults,
		answer({ book, view }) {
			const { rows, from, to, causes, method } = changes(book, view);
			return { rows, more: () => ({ from, to, causes, method }) };
		}
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
