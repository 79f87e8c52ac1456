import { COLUMNS } from '$lib/ledger/columns';
import { projection } from '$lib/shared/comparison';
import { yardsticks } from '$lib/shared/yardsticks';
import { recordTable, table, type PublishedTable } from '../define';
import type { tables } from './page';
import { publishedScores } from './scoreboard';

export const TABLES = {
	'/projections': table({
		listed: {
			id: 'projections',
			title: 'Projections',
			about: 'Who said how much would be spent, where and by when, and what came of it.'
		},
		columns: COLUMNS.projections,
		answer: ({ book, view }) => ({ rows: publishedScores(book, view) })
	})
} satisfies Record<keyof typeof tables, PublishedTable>;

/** JSON gives the projection whole with its comparison; the table the comparison. */
export const PROJECTION = recordTable({
	columns: COLUMNS.comparison,
	answer({ book, view }, slug) {
		const found = projection(book, view, slug);
		return (
			found && {
				rows: found.comparison ? [{ slug, ...found.comparison }] : [],
				json: () => ({ ...found, yardsticks: yardsticks(book, view.question, view.as_of, found.projection) })
			}
		);
	}
});
