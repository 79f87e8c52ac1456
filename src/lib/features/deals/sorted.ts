import type { Column } from '$lib/ui/types';

/** The order of the list that each column of the deals' table stands for. */
const ORDERS: Record<string, string> = {
	date: 'date',
	title: 'title',
	announced: 'value',
	counted: 'contribution',
	firmness: 'firmness',
	wtf: 'lean'
};

/** A column with how the list is sorted by it, as the address says it (`-date`), and the address that sorts by it next. */
export function sortedColumn(column: Column, sort: string, href: (sort: string) => string): Column {
	const order = ORDERS[column.key];
	if (!order) return column;
	const down = sort === `-${order}`;
	const sorted = down ? 'descending' : sort === order ? 'ascending' : undefined;
	// A first click gives the order that readers look for: the largest, the latest; words from A.
	const next = order === 'title' ? (sort === order ? '-title' : 'title') : down ? order : `-${order}`;
	return { ...column, sorted, sort: href(next) };
}
