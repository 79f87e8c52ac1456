import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { recordRows } from '$lib/server/ledger/history';
import { problem } from '$lib/server/http/problem';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** What became of one record, write by write, the newest first. */
export const GET: RequestHandler = (event) => {
	const { format, kind, slug } = event.params;
	const asked = askData(event, 'search', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = recordRows(kind, slug, asked.revision);
	if (all.length === 0) return problem(404, `The ledger never had a record called ${slug.slice(0, 100)} at /${kind}.`);
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.record_changes;
	return publish(format, { ...asked, name: 'history', columns, count: all.length, rows }, event.request);
};
