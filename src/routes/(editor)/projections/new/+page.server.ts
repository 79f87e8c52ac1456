import { editLoad, editRound } from '$lib/server/edit/edit';
import { PROJECTION_EDITOR } from '$lib/server/edit/projections';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => editLoad(event, PROJECTION_EDITOR, null);

export const actions: Actions = { default: (event) => editRound(event, PROJECTION_EDITOR, null) };
