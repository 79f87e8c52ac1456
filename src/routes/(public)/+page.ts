import { loadPage } from '$lib/app/load';
import { PARTS } from '$lib/features/overview/islands';
import { ready } from '$lib/app/islands/island.svelte';
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
