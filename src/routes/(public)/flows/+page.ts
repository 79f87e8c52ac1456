import { loadPage } from '$lib/app/load';
import { ready } from '$lib/app/islands/island.svelte';
import { FLOWS } from '$lib/features/flows/islands';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) =>
	(await Promise.all([loadPage('flows', event), ready(Object.values(FLOWS))]))[0];
