import { wtf } from '$lib/shared/wtf-rows';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'wtf', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { book, view } = asked;
	const all = wtf(book, view);
	const rows = (from: number, to: number) => all.slice(from, to);
	const more = { weight: view.weight, step: view.step, from: view.from, to: view.to };
	return publish(format, { ...asked, name: 'wtf', columns: COLUMNS.wtf, count: all.length, rows, more }, event.request);
};
