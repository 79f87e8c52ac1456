import { error, fail } from '@sveltejs/kit';
import { addUser, changeRole, endUser, LINK_HOLDS, makeLink } from '$lib/server/accounts/users';
import { instant, momentText } from '$lib/server/config/clock';
import { PATIENCE, WHILE_IMPORTING } from '$lib/server/http/check';
import { requireAdministrator, idOf, textOf } from '$lib/server/accounts/require';
import { cancelAll, waitForImport } from '$lib/server/importing/jobs';
import { openedStore } from '$lib/server/ledger/open';
import type { Actions, PageServerLoad } from './$types';

function linkTo(origin: string, token: string, name: string) {
	return { link: { name, href: `${origin}/setup/${token}`, hours: LINK_HOLDS / 3_600_000 } };
}

/** Waits for an import that is being written, as every write to accounts does. */
async function settled(): Promise<void> {
	if (!(await waitForImport(PATIENCE))) error(503, WHILE_IMPORTING);
}

export const load: PageServerLoad = (event) => {
	const principal = requireAdministrator(event);
	return {
		users: openedStore()
			.accounts.users()
			.map(({ created, ended, ...user }) => ({
				...user,
				created: momentText(created),
				ended: ended === null ? null : momentText(ended),
				own: user.id === principal.id
			}))
	};
};

export const actions: Actions = {
	add: async (event) => {
		requireAdministrator(event);
		const form = await event.request.formData();
		await settled();
		const given = { name: textOf(form, 'name'), email: textOf(form, 'email'), role: textOf(form, 'role') };
		const added = addUser(openedStore().accounts, { ...given, at: instant() });
		return 'faults' in added
			? fail(400, { given, faults: added.faults })
			: linkTo(event.locals.origin, added.token, given.name.trim());
	},
	link: async (event) => {
		requireAdministrator(event);
		const { accounts } = openedStore();
		const user = accounts.user(idOf(await event.request.formData()));
		await settled();
		if (!user || user.ended !== null) return fail(400, { fault: 'There is no such open account.' });
		return linkTo(event.locals.origin, makeLink(accounts, user.id, instant()), user.name);
	},
	role: async (event) => {
		requireAdministrator(event);
		const form = await event.request.formData();
		await settled();
		const changed = changeRole(openedStore().accounts, idOf(form), textOf(form, 'role'));
		return 'fault' in changed ? fail(400, changed) : { said: `${changed.user.name} is an ${changed.user.role} now.` };
	},
	end: async (event) => {
		const { id: own } = requireAdministrator(event);
		const id = idOf(await event.request.formData());
		// What somebody who is shown the door has under way goes with them, even while it is being written.
		if (id !== own) await cancelAll(id);
		await settled();
		const ended = endUser(openedStore().accounts, id, instant());
		return 'fault' in ended ? fail(400, ended) : { said: `The account of ${ended.user.name} is closed.` };
	}
};
