import { loadPage } from '$lib/client/load';
import { ready } from '$lib/components/part.svelte';
import { CAPEX_PROJECTIONS } from '$lib/components/parts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) =>
	(await Promise.all([loadPage('capex', event), ready([CAPEX_PROJECTIONS])]))[0];
