import { COLUMNS } from '$lib/ledger/columns';
import { table, type PublishedTable } from '../define';
import { circulationOf, flows, loops } from './answer';
import { pages, type tables } from './page';

export const TABLES = {
	/** The edges; JSON adds how much of them circulates, and the rings that it runs in. */
	'/flows': table({
		listed: { id: 'flows', title: 'Flows', about: 'All that one organisation has promised another in one layer.' },
		columns: COLUMNS.flows,
		defaults: pages.flows.defaults,
		answer: ({ book, view }) => ({
			rows: flows(book, view),
			more: () => ({ circulation: circulationOf(book, view) })
		})
	}),
	'/flows/loops': table({
		listed: { id: 'loops', title: 'Loops', about: 'A way round of at most four companies, by its weakest leg.' },
		columns: COLUMNS.loops,
		defaults: pages.loops.defaults,
		answer({ book, view }) {
			const { loops: rows, complete } = loops(book, view);
			return { rows, more: () => ({ complete }) };
		}
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
