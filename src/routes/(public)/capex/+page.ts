import { loadPage } from '$lib/app/load';
import { ready } from '$lib/app/islands/island.svelte';
import { CAPEX_PROJECTIONS } from '$lib/features/capex/islands';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) =>
	(await Promise.all([loadPage('capex', event), ready([CAPEX_PROJECTIONS])]))[0];
