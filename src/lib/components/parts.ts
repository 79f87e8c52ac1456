import { Part } from './part.svelte';

/** Tables of several pages, as the server writes them. */
export const DEALS_TABLE = new Part(() => import('./DealsTable.svelte'));
export const COUNTERPARTIES = new Part(() => import('./Counterparties.svelte'));
export const CAPEX_PROJECTIONS = new Part(() => import('./CapexProjections.svelte'));
export const READING_ROWS = new Part(() => import('./ReadingRows.svelte'));

/** The lists of the pages of flows. */
export const FLOWS = {
	edges: new Part(() => import('./flows/EdgesTable.svelte')),
	loops: new Part(() => import('./flows/LoopLines.svelte')),
	stakes: new Part(() => import('./flows/StakesTable.svelte'))
};
