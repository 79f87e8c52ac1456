import { fail } from '@sveltejs/kit';
import { addUser, changeRole, endUser, LINK_HOLDS, makeLink } from '$lib/server/access/users';
import { instant, momentText } from '$lib/server/clock';
import { administrator, idOf, textOf } from '$lib/server/guard';
import { openedStore } from '$lib/server/ledger';
import type { Actions, PageServerLoad } from './$types';

function linkTo(origin: string, token: string, name: string) {
	return { link: { name, href: `${origin}/setup/${token}`, hours: LINK_HOLDS / 3_600_000 } };
}

export const load: PageServerLoad = (event) => {
	const caller = administrator(event);
	return {
		users: openedStore()
			.accounts.users()
			.map(({ created, ended, ...user }) => ({
				...user,
				created: momentText(created),
				ended: ended === null ? null : momentText(ended),
				own: user.id === caller.id
			}))
	};
};

export const actions: Actions = {
	add: async (event) => {
		administrator(event);
		const form = await event.request.formData();
		const given = { name: textOf(form, 'name'), email: textOf(form, 'email'), role: textOf(form, 'role') };
		const added = addUser(openedStore().accounts, { ...given, at: instant() });
		return 'faults' in added
			? fail(400, { given, faults: added.faults })
			: linkTo(event.locals.origin, added.token, given.name.trim());
	},
	link: async (event) => {
		administrator(event);
		const { accounts } = openedStore();
		const user = accounts.user(idOf(await event.request.formData()));
		if (!user || user.ended !== null) return fail(400, { fault: 'There is no such open account.' });
		return linkTo(event.locals.origin, makeLink(accounts, user.id, instant()), user.name);
	},
	role: async (event) => {
		administrator(event);
		const form = await event.request.formData();
		const changed = changeRole(openedStore().accounts, idOf(form), textOf(form, 'role'));
		return 'fault' in changed ? fail(400, changed) : { said: `${changed.user.name} is an ${changed.user.role} now.` };
	},
	end: async (event) => {
		administrator(event);
		const ended = endUser(openedStore().accounts, idOf(await event.request.formData()), instant());
		return 'fault' in ended ? fail(400, ended) : { said: `The account of ${ended.user.name} is closed.` };
	}
};
