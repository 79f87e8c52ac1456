import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { openedStore } from '$lib/server/ledger/open';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** Every write up to the revision asked for, the newest first. */
export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'search', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const rows = (from: number, to: number) => openedStore().history.revisions(asked.revision, from, to - from);
	const columns = COLUMNS.history;
	return publish(format, { ...asked, name: 'history', columns, count: asked.revision, rows }, event.request);
};
