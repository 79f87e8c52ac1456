import { loadForm, answerForm } from '$lib/server/editing/edit';
import { PROJECTION_EDITOR } from '$lib/server/editing/projections';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadForm(event, PROJECTION_EDITOR, null);

export const actions: Actions = { default: (event) => answerForm(event, PROJECTION_EDITOR, null) };
