import { changes } from '$lib/features/changes/answer';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** What moved, deal by deal and cause by cause; JSON adds the figures of both days and the sums of each cause. */
export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'changes', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { rows: all, from, to, causes } = changes(asked.book, asked.view);
	const rows = (first: number, end: number) => all.slice(first, end);
	const columns = COLUMNS.changes;
	const more = { from, to, causes };
	return publish(format, { ...asked, name: 'changes', columns, count: all.length, rows, more }, event.request);
};
