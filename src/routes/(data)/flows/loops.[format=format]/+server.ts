import { loops } from '$lib/features/flows/answer';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'loops', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { loops: all, complete } = loops(asked.book, asked.view);
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.loops;
	const more = { complete };
	return publish(format, { ...asked, name: 'loops', columns, count: all.length, rows, more }, event.request);
};
