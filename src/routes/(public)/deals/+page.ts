import { loadPage } from '$lib/client/load';
import { ready } from '$lib/components/part.svelte';
import { DEALS_TABLE } from '$lib/components/parts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => (await Promise.all([loadPage('deals', event), ready([DEALS_TABLE])]))[0];
