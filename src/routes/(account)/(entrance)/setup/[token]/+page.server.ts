import { error, fail, redirect } from '@sveltejs/kit';
import { signIn } from '$lib/server/accounts/sessions';
import { linkOf, useLink } from '$lib/server/accounts/users';
import { giveSession, sessionToken } from '$lib/server/accounts/principal';
import { instant } from '$lib/server/config/clock';
import { addressOf, textOf } from '$lib/server/accounts/require';
import { openedStore } from '$lib/server/ledger/open';
import type { Actions, PageServerLoad } from './$types';

const GONE = 'This link was used, has expired or never was. Ask an administrator for a new one.';

export const load: PageServerLoad = ({ params }) => {
	const found = linkOf(openedStore().accounts, params.token, instant());
	if (!found) error(404, GONE);
	return { user: found.first ? null : { name: found.user.name, email: found.user.email } };
};

export const actions: Actions = {
	default: async ({ params, request, cookies, locals, getClientAddress }) => {
		const { accounts } = openedStore();
		const form = await request.formData();
		const [name, email, password, again] = ['name', 'email', 'password', 'again'].map((field) => textOf(form, field));
		const given = { name: name ?? '', email: email ?? '', password: password ?? '', again: again ?? '' };
		const done = await useLink(accounts, params.token, { ...given, at: instant() });
		if ('gone' in done) error(404, GONE);
		if ('faults' in done) return fail(400, { name: given.name, email: given.email, faults: done.faults });
		const entered = await signIn(accounts, {
			email: done.email,
			password: given.password,
			address: addressOf({ getClientAddress }),
			agent: request.headers.get('user-agent') ?? '',
			previous: sessionToken(cookies, locals.origin),
			at: instant()
		});
		if (entered.status !== 'in') redirect(303, '/login');
		giveSession(cookies, locals.origin, entered.token);
		redirect(303, '/account');
	}
};
