import { signedIn } from '$lib/server/guard';
import { SAMPLE } from '$lib/server/importing/sample';
import type { RequestHandler } from './$types';

/** A table of deals to begin with. */
export const GET: RequestHandler = (event) => {
	signedIn(event);
	return new Response(SAMPLE, {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': 'attachment; filename="sample.csv"'
		}
	});
};
