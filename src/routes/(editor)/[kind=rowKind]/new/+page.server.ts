import { editLoad, editRound } from '$lib/server/edit/edit';
import { ROW_EDITORS } from '$lib/server/edit/rows';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => editLoad(event, ROW_EDITORS[event.params.kind], null);

export const actions: Actions = { default: (event) => editRound(event, ROW_EDITORS[event.params.kind], null) };
