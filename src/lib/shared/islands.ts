import { Part } from '$lib/app/islands/island.svelte';

/** The table of deals, which several pages show as the server wrote it. */
export const DEALS_TABLE = new Part(() => import('./DealsTable.svelte'));
