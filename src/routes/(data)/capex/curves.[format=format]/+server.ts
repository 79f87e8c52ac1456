import { capexCurveRows } from '$lib/features/capex/curves';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** Cumulative capital spending and the projections that are comparable with it, quarter by quarter. */
export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'capex', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = capexCurveRows(asked.book, asked.view);
	const rows = (from: number, to: number) => all.slice(from, to);
	return publish(
		format,
		{ ...asked, name: 'curves', columns: COLUMNS.capex_curves, count: all.length, rows },
		event.request
	);
};
