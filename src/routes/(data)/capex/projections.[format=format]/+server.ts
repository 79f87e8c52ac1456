import { capexProjections } from '$lib/features/capex/projections';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** Reported capital spending against the projections that are comparable with it. */
export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'capex', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const all = capexProjections(asked.book, asked.view).map((each) => ({
		...each,
		companies: each.companies.map((one) => one.company)
	}));
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.capex_projections;
	return publish(format, { ...asked, name: 'projections', columns, count: all.length, rows }, event.request);
};
