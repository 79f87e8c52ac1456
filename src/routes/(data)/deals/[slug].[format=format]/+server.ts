import { deal, dealEvents, dealRecord } from '$lib/shared/deal';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { nearRecords, noSuchRecord } from '$lib/server/http/problem';
import { publish, publishRecord } from '$lib/server/publish/respond';
import { recordWrites } from '$lib/server/writing/handlers';
import { recorded } from '$lib/server/writing/recorded';
import type { RequestHandler } from './$types';

/** JSON gives the deal whole; the table its events. */
export const GET: RequestHandler = (event) => {
	const { format, slug } = event.params;
	const asked = askData(event, 'deal', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { book, view } = asked;
	const found = deal(book, view, slug);
	if (!found) return noSuchRecord('deal', nearRecords(slug, '/deals', book.records.deals));
	if (format === 'json') {
		const record = { ...recorded('deals', slug, asked.revision), deal: dealRecord(found) };
		return publishRecord({ ...asked, name: `deal-${slug}`, record }, event.request);
	}
	const all = dealEvents(found.deal);
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.events;
	return publish(format, { ...asked, name: `deal-${slug}`, columns, count: all.length, rows }, event.request);
};

export const { POST, PUT, PATCH, DELETE } = recordWrites('deals');
