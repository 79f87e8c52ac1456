import { loadForm, answerForm } from '$lib/server/editing/edit';
import { ORGANISATION_EDITOR } from '$lib/server/editing/organisations';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadForm(event, ORGANISATION_EDITOR, null);

export const actions: Actions = { default: (event) => answerForm(event, ORGANISATION_EDITOR, null) };
