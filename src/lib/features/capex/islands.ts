import { Part } from '$lib/app/islands/island.svelte';

/** Reported spending against projections. */
export const CAPEX_PROJECTIONS = new Part(() => import('./CapexProjections.svelte'));
