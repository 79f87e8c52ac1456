import { indicatorSourceRows } from '$lib/features/readings/reading';
import { ROW_COLUMNS } from '$lib/readings/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { nearRecords, noSuchRecord } from '$lib/server/http/problem';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** What a reading was computed from. */
export const GET: RequestHandler = (event) => {
	const { format, slug } = event.params;
	const asked = askData(event, 'indicator', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { book, view } = asked;
	const all = indicatorSourceRows(book, view, slug);
	if (!all) {
		const titled = book.records.indicators.map((each) => ({ slug: each.slug, title: each.name }));
		return noSuchRecord('indicator', nearRecords(slug, '/indicators', titled));
	}
	const rows = (from: number, to: number) => all.slice(from, to);
	const what = { ...asked, name: 'rows', columns: ROW_COLUMNS, count: all.length, rows, more: { indicator: slug } };
	return publish(format, what, event.request);
};
