import { error } from '@sveltejs/kit';
import { pageAsked } from '$lib/features/transfer';
import { answerPage } from '$lib/server/http/answers';
import type { RequestHandler } from './$types';

/** What the pages of the site ask for themselves. Its shape follows them: programs read the addresses that end in `.json`. */
export const GET: RequestHandler = ({ url, locals }) => {
	const asked = pageAsked(url.pathname);
	if (!asked) error(404, 'There is no such page.');
	return answerPage(asked, url.searchParams, locals.today);
};
