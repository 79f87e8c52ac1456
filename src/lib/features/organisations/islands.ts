import { Part } from '$lib/app/islands/island.svelte';

/** Whom an organisation pays and who pays it. */
export const COUNTERPARTIES = new Part(() => import('./Counterparties.svelte'));
