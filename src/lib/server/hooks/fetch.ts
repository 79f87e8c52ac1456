import type { HandleFetch } from '@sveltejs/kit';
import { pageAsked } from '$lib/features/transfer';
import { answerPage } from '../http/answers';
import { READING_IS_CLOSED, unauthorised } from '../http/check';
import { logFault } from '../http/log';

/**
 * A page that asks for its answer while the server writes it is answered here, as the reader whom `handle` has identified already:
 * the request does not pass `handle` a second time. The browser asks the same address over the network.
 */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
	const url = new URL(request.url);
	const asked = url.origin === event.url.origin && request.method === 'GET' ? pageAsked(url.pathname) : undefined;
	if (!asked) return fetch(request);
	if (!event.locals.mayRead) return unauthorised(READING_IS_CLOSED);
	try {
		return await answerPage(asked, url.searchParams, event.locals.today);
	} catch (error) {
		// The page is told that the ledger did not answer; what happened stands in the log.
		logFault(error, event);
		return new Response(null, { status: 500 });
	}
};
