import { scenarios } from '$lib/features/scenarios/answer';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { problem } from '$lib/server/http/problem';
import { publish } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** The band at the end of each step; JSON adds what came of the projection's window. A scenario, not a forecast. */
export const GET: RequestHandler = (event) => {
	const { format } = event.params;
	const asked = askData(event, 'scenarios', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { rows: all, window, open_deals, fault } = scenarios(asked.book, asked.view);
	if (fault) return problem(413, fault);
	const { seed, runs } = asked.view;
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.scenarios;
	const more = { label: 'a scenario, not a forecast', seed, runs, open_deals, window };
	return publish(format, { ...asked, name: 'scenarios', columns, count: all.length, rows, more }, event.request);
};
