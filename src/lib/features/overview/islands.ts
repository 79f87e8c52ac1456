import { Part } from '$lib/app/islands/island.svelte';

/** The parts of the front page that the server writes. */
export const PARTS = {
	glance: new Part(() => import('./KeyFigures.svelte')),
	mood: new Part(() => import('./WtfToday.svelte')),
	made: new Part(() => import('./CountBreakdown.svelte')),
	table: new Part(() => import('$lib/shared/SpendTable.svelte')),
	notes: new Part(() => import('./Notes.svelte')),
	sure: new Part(() => import('./Uncertainty.svelte')),
	key: new Part(() => import('$lib/shared/WtfKey.svelte')),
	latest: new Part(() => import('./Latest.svelte')),
	// With the arithmetic of the readings, which only another day asks for.
	board: new Part(async () => (await Promise.all([import('./Board.svelte'), import('$lib/shared/board')]))[0], true)
};
