import { deals } from '$lib/shared/deal-rows';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import { listWrites } from '$lib/server/writing/handlers';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'deals', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = deals(asked.book, asked.view);
	const rows = (from: number, to: number) => all.slice(from, to);
	return publish(format, { ...asked, name: 'deals', columns: COLUMNS.deals, count: all.length, rows }, event.request);
};

export const { POST } = listWrites('deals');
