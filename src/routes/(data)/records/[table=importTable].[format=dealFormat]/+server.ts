import { askData, isTable } from '$lib/server/http/answers';
import { recordTable } from '$lib/server/ingest/table/write';
import { problem } from '$lib/server/http/problem';
import { publish } from '$lib/server/publish/respond';
import { recordRefusal } from '$lib/server/records';
import type { RequestHandler } from './$types';

/**
 * The records of a table, every field, as the import reads them back: a deal has a row for each of its events. All of them, whatever
 * the question is, which is said back as on every list; `revision` alone chooses.
 */
export const GET: RequestHandler = async (event) => {
	const { table, format } = event.params;
	const asked = askData(event, 'deals', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { records } = asked.book;
	const refusal = await recordRefusal(format, table, records);
	const csv = `/records/${table}.csv${event.url.search}`;
	if (refusal !== undefined) return problem(413, `${refusal} The same as CSV is at ${csv}.`, { alternative: csv });
	const { columns, rows: all } = recordTable(table, records);
	const count = records[table].reduce((sum, each) => sum + ('events' in each ? each.events.length : 1), 0);
	const rows = function* (from: number, to: number) {
		let at = 0;
		for (const row of all()) {
			if (at >= to) return;
			if (at++ >= from) yield row;
		}
	};
	return publish(format, { ...asked, name: table, columns, count, rows }, event.request);
};
