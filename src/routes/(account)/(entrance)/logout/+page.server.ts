import { redirect } from '@sveltejs/kit';
import { signOut } from '$lib/server/accounts/sessions';
import { sessionToken, takeSession } from '$lib/server/accounts/principal';
import { instant } from '$lib/server/config/clock';
import { requireSignIn } from '$lib/server/accounts/require';
import { openedStore } from '$lib/server/ledger/open';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ name: requireSignIn(event).name });

export const actions: Actions = {
	default: ({ cookies, locals }) => {
		const token = sessionToken(cookies, locals.origin);
		if (token !== null) signOut(openedStore().accounts, token, instant());
		takeSession(cookies, locals.origin);
		redirect(303, '/');
	}
};
