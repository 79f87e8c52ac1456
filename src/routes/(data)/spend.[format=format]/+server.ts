import { projectionOf, spend } from '$lib/shared/spend-rows';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'dashboard', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { book, view } = asked;
	const all = spend(book, view);
	const columns = projectionOf(book, view) ? COLUMNS.spend_with_projection : COLUMNS.spend;
	const rows = (from: number, to: number) => all.slice(from, to);
	const more = { projection: view.projection, step: view.step, from: view.from, to: view.to };
	return publish(format, { ...asked, name: 'spend', columns, count: all.length, rows, more }, event.request);
};
