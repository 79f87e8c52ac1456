import { circulationOf, flows } from '$lib/features/flows/answer';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** The edges; JSON adds how much of them circulates, and the rings that it runs in. */
export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'flows', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = flows(asked.book, asked.view);
	const rows = (from: number, to: number) => all.slice(from, to);
	const more = format === 'json' ? { circulation: circulationOf(asked.book, asked.view) } : {};
	const columns = COLUMNS.flows;
	return publish(format, { ...asked, name: 'flows', columns, count: all.length, rows, more }, event.request);
};
