import { loadForm, answerForm } from '$lib/server/editing/edit';
import { ROW_EDITORS } from '$lib/server/editing/rows';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadForm(event, ROW_EDITORS[event.params.kind], null);

export const actions: Actions = { default: (event) => answerForm(event, ROW_EDITORS[event.params.kind], null) };
