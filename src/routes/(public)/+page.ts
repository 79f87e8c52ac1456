import { loadPage } from '$lib/app/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
	const [loaded, board] = await Promise.all([
		loadPage('dashboard', event),
		// What is wrong with the address, or with the way to the server, the page itself says.
		loadPage('board', event).catch(() => null)
	]);
	return { ...loaded, board: board?.answer ?? null };
};
