import { deal, dealSchedule } from '$lib/shared/deal';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { nearRecords, noSuchRecord } from '$lib/server/http/problem';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** How one deal turns into spending, quarter by quarter. */
export const GET: RequestHandler = (event) => {
	const { format, slug } = event.params;
	const asked = askData(event, 'deal', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { book, view } = asked;
	const found = deal(book, view, slug);
	if (!found) return noSuchRecord('deal', nearRecords(slug, '/deals', book.records.deals));
	const all = dealSchedule(found);
	const rows = (from: number, to: number) => all.slice(from, to);
	const what = { ...asked, name: 'schedule', columns: COLUMNS.schedule, count: all.length, rows, more: { deal: slug } };
	return publish(format, what, event.request);
};
