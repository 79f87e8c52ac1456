import { Part } from '../part.svelte';

/** The parts of the front page that the server writes. */
export const PARTS = {
	glance: new Part(() => import('./Glance.svelte')),
	mood: new Part(() => import('./Mood.svelte')),
	made: new Part(() => import('./Made.svelte')),
	table: new Part(() => import('../SpendTable.svelte')),
	notes: new Part(() => import('./Notes.svelte')),
	sure: new Part(() => import('./Sure.svelte')),
	key: new Part(() => import('../WtfKey.svelte')),
	latest: new Part(() => import('./Latest.svelte')),
	// With the arithmetic of the readings, which only another day asks for.
	board: new Part(async () => (await Promise.all([import('./Board.svelte'), import('$lib/answers/board')]))[0], true)
};
