import { loadPage } from '$lib/app/load';
import { ready } from '$lib/app/islands/island.svelte';
import { DEALS_TABLE } from '$lib/shared/islands';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) =>
	(await Promise.all([loadPage('search', event), ready([DEALS_TABLE])]))[0];
