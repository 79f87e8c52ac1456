import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { changeRows, revisionNamed } from '$lib/server/ledger/history';
import { problem } from '$lib/server/http/problem';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** What one write changed, record by record. */
export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'search', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const found = revisionNamed(event.params.revision);
	if (!found) return problem(404, `There is no such revision; the newest is ${asked.revision}.`);
	const rows = (from: number, to: number) => changeRows(found, from, to);
	const columns = COLUMNS.record_changes;
	return publish(format, { ...asked, name: 'changes', columns, count: found.records, rows }, event.request);
};
