import { projections } from '$lib/shared/projection-rows';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import { listWrites } from '$lib/server/writing/handlers';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'projections', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = projections(asked.book);
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.projections;
	return publish(format, { ...asked, name: 'projections', columns, count: all.length, rows }, event.request);
};

export const { POST } = listWrites('projections');
