import { error } from '@sveltejs/kit';
import { requireSignIn } from '$lib/server/accounts/require';
import { jobOf } from '$lib/server/importing/jobs';
import { saveAs } from '$lib/server/http/respond';
import { readAllLines } from '$lib/server/importing/lines';
import { IMPORT_LINES } from '$lib/server/importing/columns';
import type { RequestHandler } from './$types';

/** What every line of a file would do. */
export const GET: RequestHandler = (event) => {
	const job = jobOf(requireSignIn(event).id, event.params.id);
	if (job?.state.step !== 'ready') error(404, 'There is no such import any more.');
	return saveAs('csv', { name: 'import-rows', about: {}, columns: IMPORT_LINES, rows: readAllLines(job) });
};
