import { DEAL_EDITOR } from '$lib/server/editing/deals';
import { editLoad, editRound } from '$lib/server/editing/edit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => editLoad(event, DEAL_EDITOR, event.params.slug);

export const actions: Actions = { default: (event) => editRound(event, DEAL_EDITOR, event.params.slug) };
