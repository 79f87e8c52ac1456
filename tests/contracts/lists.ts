import { LIST_FORMATS, TABLE_FORMATS, type Format } from '$lib/formats';
import type { Column } from '$lib/ledger/columns';
import { COLUMNS } from '$lib/ledger/columns';
import { ROW_COLUMNS } from '$lib/readings/columns';
import { IMPORTS } from '$lib/records/keys';
import { exportColumns } from '$lib/server/ingest/table/columns';

/** A list that is published: a new data address joins here, and every contract holds it. */
interface List {
	path: string;
	/** The member of its JSON that holds the rows. */
	name: string;
	formats: readonly Format[];
	columns: readonly Column[];
	/** Questions with which it is asked, besides none; each leaves some rows. */
	queries: string[];
}

/** Whole records, in the form in which an import reads them back. */
const RECORDS = IMPORTS.map((name): List => {
	return {
		path: `/records/${name}`,
		name,
		formats: TABLE_FORMATS,
		columns: exportColumns(name),
		queries: ['revision=1']
	};
});

export const LISTS: List[] = [
	...RECORDS,
	{
		path: '/spend',
		name: 'spend',
		formats: LIST_FORMATS,
		columns: COLUMNS.spend_with_projection,
		queries: ['step=day&to=2026-03-31', 'layers=funding,components&firmness=rumoured&step=quarter&estimate=high']
	},
	{
		path: '/spend?projection=none',
		name: 'spend',
		formats: LIST_FORMATS,
		columns: COLUMNS.spend,
		queries: ['as_of=2025-06-30&to=2026-06-30', 'scope=us&step=year&to=2035-12-31']
	},
	{
		path: '/deals',
		name: 'deals',
		formats: TABLE_FORMATS,
		columns: COLUMNS.deals,
		queries: [
			'layers=demand&sort=-value',
			'q=a&scope=us&estimate=low&sort=title',
			'as_of=2025-12-31&firmness=definitive'
		]
	},
	{
		path: '/reconciliation',
		name: 'reconciliation',
		formats: LIST_FORMATS,
		columns: COLUMNS.reconciliation,
		queries: ['firmness=definitive&scope=us', 'estimate=low&as_of=2025-09-30']
	},
	{ path: '/projections', name: 'projections', formats: LIST_FORMATS, columns: COLUMNS.projections, queries: [] },
	{
		path: '/wtf',
		name: 'wtf',
		formats: LIST_FORMATS,
		columns: COLUMNS.wtf,
		queries: ['weight=equal&step=quarter', 'layers=demand&from=2025-01-01&to=2025-12-31&step=day']
	},
	{
		path: '/indicators',
		name: 'indicators',
		formats: LIST_FORMATS,
		columns: COLUMNS.indicators,
		queries: ['as_of=2025-09-30', 'as_of=2019-12-31']
	},
	{
		path: '/indicators/circularity/rows',
		name: 'rows',
		formats: LIST_FORMATS,
		columns: ROW_COLUMNS,
		queries: ['as_of=2025-12-31']
	},
	{
		path: '/indicators/commitment-cover/rows',
		name: 'rows',
		formats: LIST_FORMATS,
		columns: ROW_COLUMNS,
		queries: ['as_of=2026-06-30']
	},
	{ path: '/capex', name: 'capex', formats: LIST_FORMATS, columns: COLUMNS.capex, queries: ['as_of=2024-12-31'] },
	{
		path: '/capex/guidance',
		name: 'guidance',
		formats: LIST_FORMATS,
		columns: COLUMNS.guidance,
		queries: ['as_of=2025-10-30']
	},
	{
		path: '/capex/projections',
		name: 'projections',
		formats: LIST_FORMATS,
		columns: COLUMNS.capex_projections,
		queries: ['as_of=2026-06-30']
	},
	{
		path: '/capex/curves',
		name: 'curves',
		formats: LIST_FORMATS,
		columns: COLUMNS.capex_curves,
		queries: ['as_of=2026-06-30']
	},
	{
		path: '/guidance',
		name: 'guidance',
		formats: LIST_FORMATS,
		columns: COLUMNS.guidance,
		queries: ['as_of=2025-10-30']
	},
	{
		path: '/fundamentals',
		name: 'fundamentals',
		formats: LIST_FORMATS,
		columns: COLUMNS.fundamentals,
		queries: ['as_of=2025-10-30']
	},
	{ path: '/flows', name: 'flows', formats: LIST_FORMATS, columns: COLUMNS.flows, queries: ['layers=demand&scope=us'] },
	{
		path: '/flows/loops',
		name: 'loops',
		formats: LIST_FORMATS,
		columns: COLUMNS.loops,
		queries: ['firmness=rumoured']
	},
	{
		path: '/organisations',
		name: 'organisations',
		formats: LIST_FORMATS,
		columns: COLUMNS.organisations,
		queries: ['sort=-paid&estimate=high']
	},
	{
		path: '/scenarios',
		name: 'scenarios',
		formats: LIST_FORMATS,
		columns: COLUMNS.scenarios,
		queries: ['seed=7&runs=300']
	},
	{
		path: '/sensitivity',
		name: 'sensitivity',
		formats: LIST_FORMATS,
		columns: COLUMNS.sensitivity,
		queries: ['scope=us']
	},
	{ path: '/changes', name: 'changes', formats: LIST_FORMATS, columns: COLUMNS.changes, queries: ['from=2026-01-01'] }
];

/** An address with an ending and a query: `/spend?projection=none` as csv is `/spend.csv?projection=none`. */
export function addressOf(path: string, format: Format, query = ''): string {
	const [bare, own] = path.split('?');
	const whole = [own, query].filter(Boolean).join('&');
	return `${bare}.${format}${whole && `?${whole}`}`;
}
