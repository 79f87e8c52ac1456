import { indicatorRows } from '$lib/shared/reading-lines';
import { COLUMNS } from '$lib/ledger/columns';
import { board } from '$lib/readings';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import { listWrites } from '$lib/server/writing/handlers';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'indicators', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = indicatorRows(asked.book, asked.view);
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.indicators;
	const more = { board: board(all) };
	return publish(format, { ...asked, name: 'indicators', columns, count: all.length, rows, more }, event.request);
};

export const { POST } = listWrites('indicators');
