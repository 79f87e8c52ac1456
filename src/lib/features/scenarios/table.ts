import { COLUMNS } from '$lib/ledger/columns';
import { NOT_KNOWN } from '$lib/ledger/scenario/assumptions';
import { table, type PublishedTable } from '../define';
import { refusalOf, scenarios } from './answer';
import { pages, type tables } from './page';
import { sensitivity, SENSITIVITY_NOT_KNOWN } from './sensitivity';

export const TABLES = {
	/** The bands at the end of each step; JSON adds what came of the projection's window, and what the runs do not know. */
	'/scenarios': table({
		listed: {
			id: 'scenarios',
			title: 'Scenarios',
			about:
				'The end of a month: what may be due by then, in the tenth, middle and ninetieth of a hundred runs, with and without new contracts.'
		},
		columns: COLUMNS.scenarios,
		defaults: pages.scenarios.defaults,
		async answer({ book, view }) {
			const { rows, window, open_deals, new_contracts } = await scenarios(book, view);
			const { seed, runs, new_deals } = view;
			const label = 'a scenario, not a forecast';
			const more = () => ({ label, not_known: NOT_KNOWN, seed, runs, new_deals, open_deals, new_contracts, window });
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
		answer: ({ book, view }) => ({
			rows: sensitivity(book, view),
			more: () => ({ not_known: SENSITIVITY_NOT_KNOWN })
		})
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
