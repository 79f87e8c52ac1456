import { capexRows, guidanceRows } from '$lib/answers/capex';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/ask';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** Reported quarters, every vintage; JSON has all guidance beside them. */
export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'capex', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = capexRows(asked.book, asked.view);
	const rows = (from: number, to: number) => all.slice(from, to);
	const more = format === 'json' ? { guidance: guidanceRows(asked.book, asked.view) } : undefined;
	return publish(
		format,
		{ ...asked, name: 'capex', columns: COLUMNS.capex, count: all.length, rows, more },
		event.request
	);
};
