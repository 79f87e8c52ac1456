import type { View, ViewContext } from '$lib/view';
import { parseView } from '$lib/view/parse';

const context: ViewContext = {
	today: '2026-11-22',
	address: 'data',
	table: true,
	projections: [],
	hasOrganisation: () => true,
	firstEventYear: 2019
};

/** The view of a data address with a query, for specs. */
export function viewAt(query = ''): View {
	return parseView(new URLSearchParams(query), context).view;
}
