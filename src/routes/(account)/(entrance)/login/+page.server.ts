import { fail, redirect } from '@sveltejs/kit';
import { emailOf } from '$lib/server/accounts/fields';
import { pathAfter } from '$lib/server/accounts/redirect';
import { signIn } from '$lib/server/accounts/sessions';
import { giveSession, sessionToken } from '$lib/server/accounts/principal';
import { instant } from '$lib/server/config/clock';
import { addressOf, textOf } from '$lib/server/accounts/require';
import { openedStore } from '$lib/server/ledger/open';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const to = pathAfter(url.searchParams.get('to'), locals.origin);
	if (locals.principal && locals.principal.session !== null) redirect(303, to);
	return { to };
};

export const actions: Actions = {
	default: async ({ request, cookies, locals, getClientAddress }) => {
		const form = await request.formData();
		const email = emailOf(textOf(form, 'email'));
		const done = await signIn(openedStore().accounts, {
			email,
			password: textOf(form, 'password'),
			address: addressOf({ getClientAddress }),
			agent: request.headers.get('user-agent') ?? '',
			previous: sessionToken(cookies, locals.origin),
			at: instant()
		});
		if (done.status === 'wrong')
			return fail(400, { email, message: 'No account has this address and password together.' });
		if (done.status === 'later') {
			const minutes = Math.ceil(done.wait / 60_000);
			const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
			return fail(429, { email, message: `Too many attempts. Try again in ${wait}; a right password waits, too.` });
		}
		giveSession(cookies, locals.origin, done.token);
		redirect(303, pathAfter(textOf(form, 'to'), locals.origin));
	}
};
