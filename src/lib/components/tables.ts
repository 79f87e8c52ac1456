import { COLUMNS, type Column } from '$lib/ledger/columns';
import { DEAL_FORMATS, FORMATS, type Format } from '$lib/view/formats';

/** A published table, as the data page lists it. */
interface PublishedTable {
	id: string;
	title: string;
	about: string;
	/** Its address without the ending. */
	path: string;
	formats: readonly Format[];
	columns: readonly Column[];
}

/** Every table that has an address of its own. */
export const TABLES: PublishedTable[] = [
	{
		id: 'deals',
		title: 'Deals',
		about: 'Every deal as it stands on the day, and what it adds.',
		path: '/deals',
		formats: DEAL_FORMATS,
		columns: COLUMNS.deals
	},
	{
		id: 'spend',
		title: 'Spending',
		about: 'Headline, counted and recognised at the end of each step, with the projection beside them.',
		path: '/spend',
		formats: FORMATS,
		columns: COLUMNS.spend_with_projection
	},
	{
		id: 'reconciliation',
		title: 'Reconciliation',
		about: 'The six steps from headline to counted.',
		path: '/reconciliation',
		formats: FORMATS,
		columns: COLUMNS.reconciliation
	},
	{
		id: 'projections',
		title: 'Projections',
		about: 'Who said how much would be spent, where and by when.',
		path: '/projections',
		formats: FORMATS,
		columns: COLUMNS.projections
	},
	{
		id: 'wtf',
		title: 'WTF Index',
		about: 'The trailing 90-day index of both poles.',
		path: '/wtf',
		formats: FORMATS,
		columns: COLUMNS.wtf
	}
];
