import { guidanceRows } from '$lib/answers/capex';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/ask';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'capex', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = guidanceRows(asked.book, asked.view);
	const rows = (from: number, to: number) => all.slice(from, to);
	return publish(
		format,
		{ ...asked, name: 'guidance', columns: COLUMNS.guidance, count: all.length, rows },
		event.request
	);
};
