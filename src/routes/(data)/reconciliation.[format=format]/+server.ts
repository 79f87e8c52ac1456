import { reconciliation } from '$lib/shared/reconciliation';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'reconciliation', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = reconciliation(asked.book, asked.view);
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.reconciliation;
	return publish(format, { ...asked, name: 'reconciliation', columns, count: all.length, rows }, event.request);
};
