import { Part } from '$lib/app/islands/island.svelte';

/** The lists of the pages of flows. */
export const FLOWS = {
	edges: new Part(() => import('./EdgesTable.svelte')),
	loops: new Part(() => import('./LoopLines.svelte')),
	stakes: new Part(() => import('./StakesTable.svelte'))
};
