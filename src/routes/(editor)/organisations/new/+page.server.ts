import { editLoad, editRound } from '$lib/server/editing/edit';
import { ORGANISATION_EDITOR } from '$lib/server/editing/organisations';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => editLoad(event, ORGANISATION_EDITOR, null);

export const actions: Actions = { default: (event) => editRound(event, ORGANISATION_EDITOR, null) };
