import { loadPage } from '$lib/client/load';
import { PARTS } from '$lib/components/overview/parts';
import { ready } from '$lib/components/part.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
	const [loaded, board] = await Promise.all([
		loadPage('dashboard', event),
		// What is wrong with the address, or with the way to the server, the page itself says.
		loadPage('board', event).catch(() => null),
		ready(Object.values(PARTS))
	]);
	return { ...loaded, board: board?.answer ?? null };
};
