import { LIST_FORMATS, TABLE_FORMATS, type Format } from '$lib/formats';
import { COLUMNS, type Column } from '$lib/ledger/columns';
import { ROW_COLUMNS } from '$lib/readings/columns';

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

/** Every table that is published, with what a row of it is. */
export const TABLES: PublishedTable[] = [
	{
		id: 'deals',
		title: 'Deals',
		about: 'A deal as it stands on the day, and what it adds.',
		path: '/deals',
		formats: TABLE_FORMATS,
		columns: COLUMNS.deals
	},
	{
		id: 'spend',
		title: 'Spending',
		about: 'The end of a step: headline, counted and recognised by then, with the projection beside them.',
		path: '/spend',
		formats: LIST_FORMATS,
		columns: COLUMNS.spend_with_projection
	},
	{
		id: 'reconciliation',
		title: 'Reconciliation',
		about: 'One of the six steps from headline to counted, or what it starts or ends with.',
		path: '/reconciliation',
		formats: LIST_FORMATS,
		columns: COLUMNS.reconciliation
	},
	{
		id: 'projections',
		title: 'Projections',
		about: 'Who said how much would be spent, where and by when.',
		path: '/projections',
		formats: LIST_FORMATS,
		columns: COLUMNS.projections
	},
	{
		id: 'wtf',
		title: 'WTF Index',
		about: 'The trailing 90-day index of both poles at the end of a step.',
		path: '/wtf',
		formats: LIST_FORMATS,
		columns: COLUMNS.wtf
	},
	{
		id: 'indicators',
		title: 'Bubble readings',
		about: 'A reading on the day: its value, its bounds and its colour.',
		path: '/indicators',
		formats: LIST_FORMATS,
		columns: COLUMNS.indicators
	},
	{
		id: 'indicator-rows',
		title: 'What a reading was computed from',
		about: 'A deal, an account or a projection that went into one reading.',
		path: '/indicators/circularity/rows',
		formats: LIST_FORMATS,
		columns: ROW_COLUMNS
	},
	{
		id: 'capex',
		title: 'Reported capital spending',
		about: 'What a company filed for a quarter.',
		path: '/capex',
		formats: LIST_FORMATS,
		columns: COLUMNS.capex
	},
	{
		id: 'capex-projections',
		title: 'Reported spending against projections',
		about: 'A projection that filings can be set against, and what was filed in its window.',
		path: '/capex/projections',
		formats: LIST_FORMATS,
		columns: COLUMNS.capex_projections
	},
	{
		id: 'capex-curves',
		title: 'Reported spending, quarter by quarter',
		about: 'The end of a quarter: what the companies of a projection have filed since its window opened.',
		path: '/capex/curves',
		formats: LIST_FORMATS,
		columns: COLUMNS.capex_curves
	},
	{
		id: 'guidance',
		title: 'Guidance',
		about: 'What a company said on a day that it would spend in a year.',
		path: '/guidance',
		formats: LIST_FORMATS,
		columns: COLUMNS.guidance
	},
	{
		id: 'fundamentals',
		title: 'Fundamentals',
		about: 'A figure of a company or an economy for a period, as it was published.',
		path: '/fundamentals',
		formats: LIST_FORMATS,
		columns: COLUMNS.fundamentals
	},
	{
		id: 'organisations',
		title: 'Organisations',
		about: 'What a company pays and is paid, at what each deal adds.',
		path: '/organisations',
		formats: LIST_FORMATS,
		columns: COLUMNS.organisations
	},
	{
		id: 'flows',
		title: 'Flows',
		about: 'All that one organisation pays another in one layer.',
		path: '/flows',
		formats: LIST_FORMATS,
		columns: COLUMNS.flows
	},
	{
		id: 'loops',
		title: 'Loops',
		about: 'A way round of at most four companies, by its weakest leg.',
		path: '/flows/loops',
		formats: LIST_FORMATS,
		columns: COLUMNS.loops
	},
	{
		id: 'scenarios',
		title: 'Scenarios',
		about:
			'The end of a month: what is spent by then in full, and in the tenth, middle and ninetieth of a hundred runs.',
		path: '/scenarios',
		formats: LIST_FORMATS,
		columns: COLUMNS.scenarios
	},
	{
		id: 'sensitivity',
		title: 'Sensitivity',
		about: 'An assumption made otherwise, or a deal left out, and what the total is then.',
		path: '/sensitivity',
		formats: LIST_FORMATS,
		columns: COLUMNS.sensitivity
	},
	{
		id: 'changes',
		title: 'Changes',
		about: 'What one deal did to the totals between two days, and by which cause.',
		path: '/changes',
		formats: LIST_FORMATS,
		columns: COLUMNS.changes
	}
];
