import { error } from '@sveltejs/kit';
import { signedIn } from '$lib/server/guard';
import { jobOf, linesFile } from '$lib/server/importing/jobs';
import { csvStream } from '$lib/server/publish/csv';
import { allLines } from '$lib/server/store/lines';
import { IMPORT_LINES } from '$lib/server/importing/columns';
import type { RequestHandler } from './$types';

/** What every line of a file would do. */
export const GET: RequestHandler = (event) => {
	const job = jobOf(signedIn(event).id, event.params.id);
	if (job?.state.step !== 'ready') error(404, 'There is no such import any more.');
	const table = { columns: IMPORT_LINES, rows: allLines(linesFile(job)) };
	return new Response(csvStream(table), {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': 'attachment; filename="import-rows.csv"'
		}
	});
};
