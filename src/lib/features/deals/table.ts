import { COLUMNS } from '$lib/ledger/columns';
import { deal, dealEvents, dealRecord, dealSchedule } from '$lib/shared/deal';
import { dealsInRange } from '$lib/shared/deal-list';
import { dealVersions } from '$lib/shared/deal-versions';
import { recordTable, table, type PublishedTable } from '../define';
import { groupDeals } from './groups';
import { pages, type tables } from './page';
import { quarterlyDue } from './schedule';

export const TABLES = {
	'/deals': table({
		listed: { id: 'deals', title: 'Deals', about: 'A deal as it stands on the day, and what it adds.' },
		columns: COLUMNS.deals,
		defaults: pages.deals.defaults,
		answer: ({ book, view }) => ({ rows: dealsInRange(book, view) }),
		most: ({ book }) => book.entries.length
	}),
	'/deals/groups': table({
		listed: {
			id: 'deal-groups',
			title: 'Deals, put together',
			about:
				'Deals with the same payers, kind, year or firmness (`group`), and what they come to; each deal stands in one row.'
		},
		columns: COLUMNS.deal_groups,
		defaults: pages.deals.defaults,
		answer: ({ book, view }) => ({
			rows: groupDeals(book, dealsInRange(book, view), view.group ?? 'payer').map(({ rows: _, ...group }) => group)
		})
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
