import { loadForm, answerForm } from '$lib/server/editing/edit';
import { EDITORS } from '$lib/server/editing/editors';
import type { Actions, PageServerLoad } from './$types';

/** Any record but a deal, whose form has more to it. */
export const load: PageServerLoad = (event) => loadForm(event, EDITORS[event.params.kind], event.params.slug);

export const actions: Actions = {
	default: (event) => answerForm(event, EDITORS[event.params.kind], event.params.slug)
};
