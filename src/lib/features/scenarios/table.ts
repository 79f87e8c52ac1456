import { COLUMNS } from '$lib/ledger/columns';
import { table, type PublishedTable } from '../define';
import { refusalOf, scenarios } from './answer';
import { pages, type tables } from './page';
import { sensitivity } from './sensitivity';

export const TABLES = {
	/** The band at the end of each step; JSON adds what came of the projection's window. A scenario, not a forecast. */
	'/scenarios': table({
		listed: {
			id: 'scenarios',
			title: 'Scenarios',
			about:
				'The end of a month: what is due by then in full, and in the tenth, middle and ninetieth of a hundred runs.'
		},
		columns: COLUMNS.scenarios,
		defaults: pages.scenarios.defaults,
		answer({ book, view }) {
			const { rows, window, open_deals } = scenarios(book, view);
			const { seed, runs } = view;
			const more = () => ({ label: 'a scenario, not a forecast', seed, runs, open_deals, window });
			return { rows, more };
		},
		refusal: ({ book, view }) => refusalOf(book, view) ?? undefined
	}),
	'/sensitivity': table({
		listed: {
			id: 'sensitivity',
			title: 'Sensitivity',
			about: 'An assumption made otherwise, or a deal left out, and what the total is then.'
		},
		columns: COLUMNS.sensitivity,
		defaults: pages.scenarios.defaults,
		answer: ({ book, view }) => ({ rows: sensitivity(book, view) })
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
