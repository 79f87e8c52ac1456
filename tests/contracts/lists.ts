import { formatsAt, TABLE_ADDRESSES, type TablePath } from '$lib/features';
import { TABLES } from '$lib/features/tables';
import { LIST_FORMATS, TABLE_FORMATS, type Format } from '$lib/formats';
import type { Column } from '$lib/ledger/columns';
import { COLUMNS } from '$lib/ledger/columns';
import { ROW_COLUMNS } from '$lib/readings/columns';
import { IMPORTS } from '$lib/records';
import { exportColumns } from '$lib/server/ingest/table/columns';

/** A list that is published: each table that is declared, and every contract holds it. */
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

/** What a table is asked that has no questions of its own. */
const ANY_QUERY = ['as_of=2026-06-30'];

/** Questions that suit a table better. */
const QUERIES: Partial<Record<TablePath, string[]>> = {
	'/spend': ['step=day&to=2026-03-31', 'layers=funding,components&firmness=rumoured&step=quarter&estimate=high'],
	'/deals': [
		'layers=demand&sort=-value',
		'q=a&scope=us&estimate=low&sort=title',
		'as_of=2025-12-31&firmness=definitive',
		'from=2025-07-01&to=2025-12-31'
	],
	'/deals/groups': ['group=kind&scope=us', 'group=year&from=2025-01-01&to=2025-12-31', 'group=firmness&estimate=low'],
	'/schedule': ['layers=demand&shape=ramp', 'kind=lease&counting=alone&scope=us'],
	'/reconciliation': ['firmness=definitive&scope=us', 'estimate=low&as_of=2025-09-30'],
	'/evidence': ['firmness=definitive&estimate=low', 'scope=us&as_of=2025-12-31&layers=demand,funding'],
	'/filings': ['firmness=definitive&as_of=2026-06-30', 'estimate=high&shape=ramp'],
	'/filings/quarters': ['firmness=definitive&as_of=2026-06-30', 'estimate=low'],
	'/filings/labs': ['as_of=2026-09-30&shape=ramp', 'firmness=definitive'],
	'/filings/backtest': ['as_of=2026-06-30&firmness=definitive', 'estimate=low&shape=ramp'],
	'/filings/forecasts': ['as_of=2026-06-30'],
	'/wtf': ['weight=equal&step=quarter', 'layers=demand&from=2025-01-01&to=2025-12-31&step=day'],
	'/coverage': [],
	'/terms': [],
	'/indicators': ['as_of=2025-09-30', 'as_of=2019-12-31'],
	'/capex': ['as_of=2024-12-31'],
	'/capex/guidance': ['as_of=2025-10-30'],
	'/projections': ['check=can&as_of=2026-06-30', 'check=cannot', 'check=not_yet&path=last_year'],
	'/capex/projections': ['as_of=2026-06-30'],
	'/capex/curves': ['as_of=2026-06-30'],
	'/guidance': ['as_of=2025-10-30'],
	'/fundamentals': ['as_of=2025-10-30'],
	'/flows': ['layers=demand&scope=us'],
	'/flows/loops': ['firmness=rumoured'],
	'/organisations': ['sort=-paid&estimate=high'],
	'/scenarios': ['seed=7&runs=300'],
	'/sensitivity': ['scope=us'],
	'/changes': ['from=2026-01-01']
};

/** The history answers of writes, not of a day: revision.spec.ts and tests/access hold it. */
const paths = (Object.keys(TABLE_ADDRESSES) as TablePath[]).filter((path) => path !== '/history');

const tables = paths.map((path): List => {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const queries = QUERIES[path] ?? ANY_QUERY;
	return { path, name, formats: formatsAt(path), columns: TABLES[path].columns, queries };
});

/** What a reading was computed from, of two readings. */
const rowsOf = (slug: string, query: string): List => ({
	path: `/indicators/${slug}/rows`,
	name: 'rows',
	formats: LIST_FORMATS,
	columns: ROW_COLUMNS,
	queries: [query]
});

export const LISTS: List[] = [
	...RECORDS,
	...tables,
	{
		path: '/spend?projection=none',
		name: 'spend',
		formats: LIST_FORMATS,
		columns: COLUMNS.spend,
		queries: ['as_of=2025-06-30&to=2026-06-30', 'scope=us&step=year&to=2035-12-31']
	},
	rowsOf('circularity', 'as_of=2025-12-31'),
	rowsOf('commitment-cover', 'as_of=2026-06-30')
];

/** An address with an ending and a query: `/spend?projection=none` as csv is `/spend.csv?projection=none`. */
export function addressOf(path: string, format: Format, query = ''): string {
	const [bare, own] = path.split('?');
	const whole = [own, query].filter(Boolean).join('&');
	return `${bare}.${format}${whole && `?${whole}`}`;
}
