import { loadPage } from '$lib/client/load';
import { ready } from '$lib/components/part.svelte';
import { FLOWS } from '$lib/components/parts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) =>
	(await Promise.all([loadPage('flows', event), ready(Object.values(FLOWS))]))[0];
