import { Part } from '$lib/app/islands/island.svelte';

/** The rows that a reading is computed from. */
export const READING_ROWS = new Part(() => import('./ReadingRows.svelte'));
