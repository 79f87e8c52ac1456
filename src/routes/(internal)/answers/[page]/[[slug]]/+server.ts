import { error } from '@sveltejs/kit';
import { CONTEXTS, type PageName } from '$lib/features/context';
import { askPage } from '$lib/server/ask';
import type { RequestHandler } from './$types';

function isPage(name: string): name is PageName {
	return Object.hasOwn(CONTEXTS, name);
}

/** What the pages of the site ask for themselves. Its shape follows them: programs read the addresses that end in `.json`. */
export const GET: RequestHandler = async (event) => {
	const { page, slug = '' } = event.params;
	if (!isPage(page)) error(404, 'There is no such page.');
	const asked = await askPage(page, event, slug);
	const body = 'view' in asked ? { ...asked, view: { ...asked.view, given: [...asked.view.given] } } : asked;
	return new Response(JSON.stringify(body), {
		headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' }
	});
};
