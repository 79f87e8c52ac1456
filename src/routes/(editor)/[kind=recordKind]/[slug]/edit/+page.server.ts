import { editLoad, editRound } from '$lib/server/editing/edit';
import { EDITORS } from '$lib/server/editing/editors';
import type { Actions, PageServerLoad } from './$types';

/** Any record but a deal, whose form has more to it. */
export const load: PageServerLoad = (event) => editLoad(event, EDITORS[event.params.kind], event.params.slug);

export const actions: Actions = {
	default: (event) => editRound(event, EDITORS[event.params.kind], event.params.slug)
};
