import { editLoad, editRound } from '$lib/server/editing/edit';
import { PROJECTION_EDITOR } from '$lib/server/editing/projections';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => editLoad(event, PROJECTION_EDITOR, null);

export const actions: Actions = { default: (event) => editRound(event, PROJECTION_EDITOR, null) };
