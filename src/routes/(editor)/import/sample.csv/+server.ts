import { signedIn } from '$lib/server/guard';
import { SAMPLE } from '$lib/server/importing/sample';
import { fileHeaders } from '$lib/server/publish/respond';
import type { RequestHandler } from './$types';

/** A table of deals to begin with. */
export const GET: RequestHandler = (event) => {
	signedIn(event);
	return new Response(SAMPLE, { headers: fileHeaders('csv', 'sample') });
};
