import { requireSignIn } from '$lib/server/accounts/require';
import { SAMPLE } from '$lib/server/importing/sample';
import { fileHeaders } from '$lib/server/http/respond';
import type { RequestHandler } from './$types';

/** A table of deals to begin with. */
export const GET: RequestHandler = (event) => {
	requireSignIn(event);
	return new Response(SAMPLE, { headers: fileHeaders('csv', 'sample') });
};
