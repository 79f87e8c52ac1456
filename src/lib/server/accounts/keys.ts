import { hashOf, newKey } from './token';
import { SCOPES, type AccountStore, type ApiKey, type Instant, type Scope, type User } from './types';

/** A key's use is noted at most this often, in milliseconds. */
const USED_EVERY = 60_000;
/** Keys that one user may have at a time. */
export const MOST_KEYS = 50;

/** Makes a key for a user. What comes back is shown once and kept nowhere; a sentence says why there is none. */
export function makeKey(
	store: AccountStore,
	user: number,
	given: { name: string; scopes: string[]; at: Instant }
): { key: string } | { fault: string } {
	const name = given.name.trim();
	if (name === '' || name.length > 80 || /\p{C}/u.test(name)) {
		return { fault: 'Name the key after what will use it, in at most 80 characters.' };
	}
	const scopes = SCOPES.filter((scope) => given.scopes.includes(scope));
	if (scopes.length === 0 || scopes.length !== new Set(given.scopes).size)
		return { fault: 'Choose what the key may do: read, write, or both.' };
	if (store.keysOf(user).length >= MOST_KEYS) return { fault: `You have ${MOST_KEYS} keys: end one first.` };
	const { key, prefix } = newKey();
	store.addKey({ hash: hashOf(key), user, name, prefix, scopes, created: given.at });
	return { key };
}

/** Who a key stands for and what it may do; undefined where it is not known, or it or its account has ended. */
export function keyOf(store: AccountStore, key: string, at: Instant): { user: User; key: ApiKey } | undefined {
	const found = store.key(hashOf(key));
	if (!found || found.ended !== null) return undefined;
	const user = store.user(found.user);
	if (!user || user.ended !== null) return undefined;
	if (found.last_used === null || at - found.last_used > USED_EVERY) store.ifFree(() => store.useKey(found.id, at));
	return { user, key: found };
}

/** Ends one of a user's own keys; false where it is not theirs. */
export function endKey(store: AccountStore, user: number, key: number, at: Instant): boolean {
	const own = store.keysOf(user).some(({ id }) => id === key);
	if (own) store.endKey(key, at);
	return own;
}

/** Whether a key or, without one, a session may do something. */
export function mayUse(scopes: readonly Scope[] | null, wanted: Scope): boolean {
	return scopes === null || scopes.includes(wanted);
}
