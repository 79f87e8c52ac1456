import { loadPage } from '$lib/client/load';
import { ready } from '$lib/components/part.svelte';
import { READING_ROWS } from '$lib/components/parts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) =>
	(await Promise.all([loadPage('indicator', event, event.params.slug), ready([READING_ROWS])]))[0];
