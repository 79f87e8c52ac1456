import { column, type Column } from '$lib/ledger/columns/column';
import { READINGS } from './index';

/** What every row behind a reading says, whatever the reading. */
const OF_EVERY_ROW = [
	column('kind', 'text', 'Kind', 'deals, capex, fundamentals, projections or organisations.'),
	column('key', 'slug', 'Key', 'The slug of the deal, projection, organisation or reporting company.'),
	column('name', 'text', 'Name', 'Its title or name.'),
	column('measure', 'text', 'Measure', 'Of a reported figure: what was measured.'),
	column('period_start', 'day', 'From', 'The first day of the figure’s period.'),
	column('period_end', 'day', 'To', 'The last day of the figure’s period.'),
	column('date', 'day', 'Date', 'Of a deal the first event, of a figure the day from which it is known.'),
	column('source', 'url', 'Source', 'Where a reported figure comes from.')
] as const;

/** The columns of values, each once, in the order in which the readings first declare them. */
export const VALUE_COLUMNS: readonly Column[] = [
	...new Map(READINGS.flatMap(({ columns }) => columns.map((each) => [each.name, each] as const))).values()
];

/** The table that `/indicators/<slug>/rows` publishes: the same columns for every reading. */
export const ROW_COLUMNS: readonly Column[] = [...OF_EVERY_ROW, ...VALUE_COLUMNS];
