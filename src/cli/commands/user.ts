import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { emailOf } from '$lib/server/accounts/fields';
import type { AccountStore, User } from '$lib/server/accounts/types';
import { addUser, changeRole, endUser, LINK_HOLDS, makeLink } from '$lib/server/accounts/users';
import { instant, momentText, now } from '$lib/server/config/clock';
import { StartFault } from '$lib/server/config/fault';
import { readSettings } from '$lib/server/config/settings';
import { openStore } from '$lib/server/store/open';
import { UsageFault, type Command, type Io } from '../command';

function openUser(accounts: AccountStore, email: string): User {
	const user = accounts.userByEmail(emailOf(email));
	if (user && user.ended === null) return user;
	throw new StartFault(
		`No open account has the address ${JSON.stringify(email)}; npm run ledger -- user list names all.`
	);
}

function sayLink(name: string, token: string, origin: string, { out }: Io): void {
	out(`${name} chooses a password, once, within ${LINK_HOLDS / 3_600_000} hours: ${origin}/setup/${token}`);
}

function list(accounts: AccountStore, { out }: Io): void {
	const users = accounts.users();
	if (users.length === 0) out('Nobody has an account yet.');
	for (const { name, email, role, created, ended } of users) {
		const until = ended === null ? '' : `, closed ${momentText(ended).slice(0, 10)}`;
		out(`${name} <${email}>: ${role} since ${momentText(created).slice(0, 10)}${until}`);
	}
}

/** Keeps the accounts of a ledger from the terminal: whoever may write the database file may do so. */
export const user: Command = {
	name: 'user',
	usage:
		'list | add --name N --email E [--role editor|administrator] | link E | role E --role editor|administrator | end E',
	summary: 'list accounts, add one or give it a new one-time link or another role, close one',
	run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { name: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' } }
		});
		const [action, email = '', ...more] = positionals;
		const takesEmail = action === 'link' || action === 'role' || action === 'end';
		if (
			!action ||
			!['list', 'add', 'link', 'role', 'end'].includes(action) ||
			more.length > 0 ||
			takesEmail !== (email !== '')
		)
			throw new UsageFault(`user takes list, add, link E, role E or end E, got ${positionals.join(' ') || 'nothing'}.`);
		const { role: newRole, ...others } = values;
		const given = Object.values(action === 'role' ? others : values);
		if (action === 'role' && newRole === undefined) throw new UsageFault('user role needs --role.');
		if (action !== 'add' && given.some((value) => value !== undefined))
			throw new UsageFault(`user ${action} takes no options${action === 'role' ? ' but --role' : ''}.`);
		if (action === 'add' && (values.name === undefined || values.email === undefined))
			throw new UsageFault('user add needs --name and --email.');
		const settings = readSettings(io.env);
		if (!existsSync(settings.db))
			throw new StartFault(`There is no ledger at ${settings.db} yet. Run npm start once: it makes one.`);
		const store = openStore(settings.db, { at: now(), readonly: action === 'list' });
		try {
			const { accounts } = store;
			if (action === 'list') list(accounts, io);
			else if (action === 'add') {
				const { name = '', email: address = '' } = values;
				const role = values.role ?? (accounts.users().length === 0 ? 'administrator' : 'editor');
				const added = addUser(accounts, { name, email: address, role, at: instant() });
				if ('faults' in added)
					throw new StartFault(
						Object.values(added.faults)
							.flatMap((fault) => fault ?? [])
							.join('\n')
					);
				io.out(`${name.trim()} is ${role === 'editor' ? 'an editor' : 'an administrator'} now.`);
				sayLink(name.trim(), added.token, settings.origin, io);
			} else if (action === 'link') {
				const found = openUser(accounts, email);
				sayLink(found.name, makeLink(accounts, found.id, instant()), settings.origin, io);
			} else if (action === 'role') {
				const changed = changeRole(accounts, openUser(accounts, email).id, newRole ?? '');
				if ('fault' in changed) throw new StartFault(changed.fault);
				io.out(`${changed.user.name} is an ${changed.user.role} now.`);
			} else {
				const ended = endUser(accounts, openUser(accounts, email).id, instant());
				if ('fault' in ended) throw new StartFault(ended.fault);
				io.out(`The account of ${ended.user.name} is closed; its sessions and keys have ended.`);
			}
			return 0;
		} finally {
			store.close();
		}
	}
};
