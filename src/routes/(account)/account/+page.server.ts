import { fail } from '@sveltejs/kit';
import { endKey, makeKey } from '$lib/server/accounts/keys';
import { endSession, endSessions } from '$lib/server/accounts/sessions';
import { changePassword } from '$lib/server/accounts/users';
import { instant, momentText } from '$lib/server/config/clock';
import { addressOf, idOf, requireSignIn, textOf } from '$lib/server/accounts/require';
import { openedStore } from '$lib/server/ledger/open';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const principal = requireSignIn(event);
	const { accounts } = openedStore();
	return {
		account: { name: principal.name, email: principal.email, role: principal.role },
		sessions: accounts.sessionsOf(principal.id).map(({ id, created, last_seen, user_agent }) => ({
			id,
			created: momentText(created),
			last_seen: momentText(last_seen),
			user_agent,
			here: id === principal.session
		})),
		keys: accounts.keysOf(principal.id).map(({ id, name, prefix, scopes, created, last_used }) => ({
			id,
			name,
			prefix,
			scopes,
			created: momentText(created),
			last_used: last_used === null ? null : momentText(last_used)
		}))
	};
};

export const actions: Actions = {
	session: async (event) => {
		const principal = requireSignIn(event);
		const ended = endSession(openedStore().accounts, principal.id, idOf(await event.request.formData()), instant());
		return ended ? { said: 'The session has ended.' } : fail(400, { fault: 'That session has ended already.' });
	},
	others: (event) => {
		const principal = requireSignIn(event);
		endSessions(openedStore().accounts, principal.id, instant(), principal.session);
		return { said: 'All other sessions have ended.' };
	},
	key: async (event) => {
		const principal = requireSignIn(event);
		const form = await event.request.formData();
		const name = textOf(form, 'name');
		const scopes = form.getAll('scope').map(String);
		const made = makeKey(openedStore().accounts, principal.id, { name, scopes, at: instant() });
		return 'fault' in made ? fail(400, { key: { name, fault: made.fault } }) : { made: { name, key: made.key } };
	},
	end: async (event) => {
		const principal = requireSignIn(event);
		const ended = endKey(openedStore().accounts, principal.id, idOf(await event.request.formData()), instant());
		return ended ? { said: 'The key has ended.' } : fail(400, { fault: 'That key has ended already.' });
	},
	password: async (event) => {
		const principal = requireSignIn(event);
		const form = await event.request.formData();
		const done = await changePassword(openedStore().accounts, principal, {
			current: textOf(form, 'current'),
			password: textOf(form, 'password'),
			again: textOf(form, 'again'),
			session: principal.session,
			address: addressOf(event),
			at: instant()
		});
		if ('faults' in done) return fail(400, { password: done.faults });
		return { said: 'The password is changed; all other sessions have ended.' };
	}
};
