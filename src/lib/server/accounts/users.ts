import { emailFault, emailOf, isRole, nameFault, passwordFault, type FieldFaults } from './fields';
import { noteAttempt, forgetMistakes } from './limits';
import { hashPassword, isPassword } from './password';
import { endSessions } from './sessions';
import { hashOf, newToken } from './token';
import type { AccountStore, Instant, User } from './types';

/** How long a one-time link holds, in milliseconds. */
export const LINK_HOLDS = 24 * 60 * 60_000;

/** What a link is for: the first account, or a password for one that exists. */
export type LinkFor = { first: true } | { first: false; user: User };

function isFault(faults: FieldFaults): boolean {
	return Object.values(faults).some((fault) => fault !== undefined);
}

function profileFaults(store: AccountStore, { name, email }: { name: string; email: string }): FieldFaults {
	const taken = store.hasName(name) ? `There is an account called ${name} already.` : undefined;
	const known = store.userByEmail(email) ? 'There is an account with this address already.' : undefined;
	return { name: nameFault(name) ?? taken, email: emailFault(email) ?? known };
}

/** Makes a new one-time link for a user, or, while there is none, for the first one; gives its token. Earlier ones end. */
export function makeLink(store: AccountStore, user: number | null, at: Instant): string {
	const token = newToken();
	store.atomically(() => store.putLink({ hash: hashOf(token), user, expires: at + LINK_HOLDS }));
	return token;
}

/** The token of a link by which the first administrator is made; null where somebody has an account already. */
export function firstLink(store: AccountStore, at: Instant): string | null {
	return store.users().length > 0 ? null : makeLink(store, null, at);
}

/** What a link is for; undefined where it was used, has expired or never was. */
export function linkOf(store: AccountStore, token: string, at: Instant): LinkFor | undefined {
	const found = store.link(hashOf(token));
	if (!found || found.expires <= at) return undefined;
	if (found.user === null) return store.users().length === 0 ? { first: true } : undefined;
	const user = store.user(found.user);
	return user && user.ended === null ? { first: false, user } : undefined;
}

/** Adds an account that has no password yet, with the token of the link to choose one. */
export function addUser(
	store: AccountStore,
	given: { name: string; email: string; role: string; at: Instant }
): { user: number; token: string } | { faults: FieldFaults } {
	const [name, email] = [given.name.trim(), emailOf(given.email)];
	const { role } = given;
	return store.atomically(() => {
		const faults = profileFaults(store, { name, email });
		if (!isRole(role)) return { faults: { ...faults, role: 'Choose a role: editor or administrator.' } };
		if (isFault(faults)) return { faults };
		const user = store.addUser({ name, email, role, password: null, created: given.at });
		return { user, token: makeLink(store, user, given.at) };
	});
}

/**
 * Uses a one-time link: makes the first administrator, or gives an account its password and ends its sessions. Of two at once
 * one finds the link gone. `email` of the result signs in with the new password.
 */
export async function useLink(
	store: AccountStore,
	token: string,
	given: { name: string; email: string; password: string; again: string; at: Instant }
): Promise<{ email: string } | { faults: FieldFaults } | { gone: true }> {
	const found = linkOf(store, token, given.at);
	if (!found) return { gone: true };
	const profile = found.first ? { name: given.name.trim(), email: emailOf(given.email) } : found.user;
	const faults: FieldFaults = {
		...(found.first ? profileFaults(store, profile) : {}),
		password: passwordFault(given.password, profile),
		again: given.password === given.again ? undefined : 'The two passwords differ.'
	};
	if (isFault(faults)) return { faults };
	const password = await hashPassword(given.password);
	return store.atomically(() => {
		const still = linkOf(store, token, given.at);
		if (!still) return { gone: true } as const;
		if (still.first) {
			const { name, email } = profile;
			store.addUser({ name, email, role: 'administrator', password, created: given.at });
		} else {
			store.setPassword(still.user.id, password);
			endSessions(store, still.user.id, given.at);
		}
		store.dropLink(hashOf(token));
		return { email: profile.email };
	});
}

/** Gives a user another password, after the current one. All other sessions end. */
export async function changePassword(
	store: AccountStore,
	user: Pick<User, 'id' | 'name' | 'email'>,
	given: { current: string; password: string; again: string; session: number; address: string; at: Instant }
): Promise<{ faults: FieldFaults } | { changed: true }> {
	const faults: FieldFaults = {
		password: passwordFault(given.password, user),
		again: given.password === given.again ? undefined : 'The two passwords differ.'
	};
	if (isFault(faults)) return { faults };
	const wait = noteAttempt(store, { email: user.email, address: given.address, at: given.at });
	if (wait > 0) return { faults: { current: 'Too many wrong passwords: try again in a quarter of an hour.' } };
	const before = store.user(user.id)?.password ?? null;
	if (!(await isPassword(given.current, before))) return { faults: { current: 'This is not your current password.' } };
	const password = await hashPassword(given.password);
	return store.atomically(() => {
		if (store.user(user.id)?.password !== before) return { faults: { current: 'It was changed meanwhile.' } };
		forgetMistakes(store, user.email);
		store.setPassword(user.id, password);
		endSessions(store, user.id, given.at, given.session);
		return { changed: true } as const;
	});
}

/** Whether the ledger would be left without an administrator. */
function isLastAdministrator(store: AccountStore, { id, role }: User): boolean {
	const isOther = (each: User) => each.role === 'administrator' && each.ended === null && each.id !== id;
	return role === 'administrator' && !store.users().some(isOther);
}

/** Gives an open account another role, from its next request on. The last administrator stays one; a sentence says so. */
export function changeRole(store: AccountStore, id: number, role: string): { user: User } | { fault: string } {
	return store.atomically(() => {
		const user = store.user(id);
		if (!user || user.ended !== null) return { fault: 'There is no such open account.' };
		if (!isRole(role)) return { fault: 'Choose a role: editor or administrator.' };
		if (role !== user.role && isLastAdministrator(store, user))
			return { fault: `${user.name} is the last administrator: make another one first.` };
		store.setRole(id, role);
		return { user: { ...user, role } };
	});
}

/** Closes an account: its sessions, keys and links end at once. The last administrator stays; a sentence says so. */
export function endUser(store: AccountStore, id: number, at: Instant): { user: User } | { fault: string } {
	return store.atomically(() => {
		const user = store.user(id);
		if (!user || user.ended !== null) return { fault: 'There is no such open account.' };
		if (isLastAdministrator(store, user))
			return { fault: `${user.name} is the last administrator: make another one first.` };
		store.endUser(id, at);
		endSessions(store, id, at);
		for (const key of store.keysOf(id)) store.endKey(key.id, at);
		return { user };
	});
}
