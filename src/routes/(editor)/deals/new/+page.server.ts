import { DEAL_EDITOR } from '$lib/server/editing/deals';
import { loadForm, answerForm } from '$lib/server/editing/edit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadForm(event, DEAL_EDITOR, null);

export const actions: Actions = { default: (event) => answerForm(event, DEAL_EDITOR, null) };
