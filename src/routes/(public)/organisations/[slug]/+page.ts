import { loadPage } from '$lib/app/load';
import { ready } from '$lib/app/islands/island.svelte';
import { COUNTERPARTIES } from '$lib/features/organisations/islands';
import { DEALS_TABLE } from '$lib/shared/islands';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) =>
	(await Promise.all([loadPage('organisation', event, event.params.slug), ready([COUNTERPARTIES, DEALS_TABLE])]))[0];
