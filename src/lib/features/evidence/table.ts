import { COLUMNS } from '$lib/ledger/columns';
import { table, type PublishedTable } from '../define';
import { evidencePage } from './answer';
import type { tables } from './page';

export const TABLES = {
	'/evidence': table({
		listed: {
			id: 'evidence',
			title: 'Evidence',
			about: 'What of the totals rests on records of one confidence, and how they are known.'
		},
		columns: COLUMNS.evidence,
		answer({ book, view }) {
			const answer = evidencePage(book, view);
			return {
				rows: answer.rows,
				more: () => {
					const { total, firmness, large, deals, doubts, figures } = answer;
					return { total, firmness, large, deals, doubts, figures };
				}
			};
		}
	})
} satisfies Record<keyof typeof tables, PublishedTable>;
