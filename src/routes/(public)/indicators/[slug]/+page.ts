import { loadPage } from '$lib/app/load';
import { ready } from '$lib/app/islands/island.svelte';
import { READING_ROWS } from '$lib/features/readings/islands';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) =>
	(await Promise.all([loadPage('indicator', event, event.params.slug), ready([READING_ROWS])]))[0];
