import { loadPage } from '$lib/client/load';
import { PARTS } from '$lib/components/overview/parts';
import { ready } from '$lib/components/part.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
	const [loaded] = await Promise.all([loadPage('dashboard', event), ready(Object.values(PARTS))]);
	return loaded;
};
