import { COLUMNS } from '$lib/ledger/columns';
import { recordTable, table, type PublishedTable } from '../define';
import { organisations } from './answer';
import { organisation, organisationRecord } from './organisation';
import { pages, type tables } from './page';

export const TABLES = {
	'/organisations': table({
		listed: {
			id: 'organisations',
			title: 'Organisations',
			about: 'What a company has promised and is promised, at what each deal adds.'
		},
		columns: COLUMNS.organisations,
		defaults: pages.organisations.defaults,
		answer: ({ book, view }) => ({ rows: organisations(book, view) })
	})
} satisfies Record<keyof typeof tables, PublishedTable>;

/** JSON gives the organisation whole; the table its commitments by role, layer and year. */
export const ORGANISATION = recordTable({
	columns: COLUMNS.commitments,
	defaults: pages.organisation.defaults,
	answer({ book, view }, slug) {
		const found = organisation(book, view, slug);
		return found && { rows: found.commitments, json: () => organisationRecord(found) };
	}
});
