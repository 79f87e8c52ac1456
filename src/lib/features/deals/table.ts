import { COLUMNS } from '$lib/ledger/columns';
import { deal, dealEvents, dealRecord, dealSchedule } from '$lib/shared/deal';
import { deals } from '$lib/shared/deal-rows';
import { dealVersions } from '$lib/shared/deal-versions';
import { recordTable, table, type PublishedTable } from '../define';
import { pages, type tables } from './page';
import { quarterlyDue } from './schedule';

export const TABLES = {
	'/deals': table({
		listed: { id: 'deals', title: 'Deals', about: 'A deal as it stands on the day, and what it adds.' },
		columns: COLUMNS.deals,
		defaults: pages.deals.defaults,
		answer: ({ book, view }) => ({ rows: deals(book, view) }),
		most: ({ book }) => book.entries.length
	}),
	'/schedule': table({
		listed: {
			id: 'deal-quarters',
			title: 'Schedule of all deals',
			about: 'What of one deal falls due in one calendar quarter, under the question.'
		},
		columns: COLUMNS.deal_quarters,
		answer: ({ book, view }) => ({ rows: quarterlyDue(book, view) })
	})
} satisfies Record<keyof typeof tables, PublishedTable>;

/** JSON gives the deal whole; the table its events. */
export const DEAL = recordTable({
	columns: COLUMNS.events,
	answer({ book, view }, slug) {
		const found = deal(book, view, slug);
		return found && { rows: dealEvents(found.deal), json: () => ({ deal: dealRecord(found) }) };
	}
});

/** Every version of every figure of one deal, with the event that stated it. */
export const VERSIONS = recordTable({
	columns: COLUMNS.versions,
	answer({ book, view }, slug) {
		const entry = book.entries[book.bySlug.get(slug) ?? -1];
		return entry && { rows: dealVersions(entry.deal, view.as_of), more: () => ({ deal: slug }) };
	}
});

/** How one deal turns into spending, quarter by quarter. */
export const SCHEDULE = recordTable({
	columns: COLUMNS.schedule,
	answer({ book, view }, slug) {
		const found = deal(book, view, slug);
		return found && { rows: dealSchedule(found), more: () => ({ deal: slug }) };
	}
});
