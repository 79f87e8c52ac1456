import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { keyOf } from './keys';
import { LONGEST, sessionOf } from './sessions';
import { bearerKey } from './token';
import type { Role, Scope } from './types';
import { instant } from '../config/clock';
import { openedStore } from '../ledger/open';

/** Whoever asks with an account. */
export interface Principal {
	id: number;
	name: string;
	email: string;
	role: Role;
	/** The session in the browser; null for a key. */
	session: number | null;
	/** What the key may do; null for a session, which may do all that the role may. */
	scopes: Scope[] | null;
	/** How the history of changes names them. */
	signature: string;
}

/** On https the prefix keeps other hosts of the same domain from setting it. */
function cookieName(origin: string): string {
	return origin.startsWith('https:') ? '__Host-buildout' : 'buildout';
}

/** The session token of a browser; null where it has none. */
export function sessionToken(cookies: Cookies, origin: string): string | null {
	return cookies.get(cookieName(origin)) ?? null;
}

/** Gives a browser the token of its new session. */
export function giveSession(cookies: Cookies, origin: string, token: string): void {
	cookies.set(cookieName(origin), token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: origin.startsWith('https:'),
		maxAge: LONGEST / 1000
	});
}

/** Takes the token from a browser. */
export function takeSession(cookies: Cookies, origin: string): void {
	cookies.delete(cookieName(origin), { path: '/', secure: origin.startsWith('https:') });
}

/**
 * Who a request comes from: by its `Authorization` where it has one, else by its cookie; null for neither.
 * `unknown` where a key was sent that opens nothing: that is never taken for a reader without one.
 */
export function principalOf(
	{ request, cookies }: Pick<RequestEvent, 'request' | 'cookies'>,
	origin: string
): Principal | null | 'unknown' {
	const header = request.headers.get('authorization');
	if (header !== null) {
		const sent = bearerKey(header);
		const found = sent === null ? undefined : keyOf(openedStore().accounts, sent, instant());
		if (!found) return 'unknown';
		const { id, name, email, role } = found.user;
		const { scopes } = found.key;
		return { id, name, email, role, session: null, scopes, signature: `${name} (by key)` };
	}
	const token = sessionToken(cookies, origin);
	const found = token === null ? undefined : sessionOf(openedStore().accounts, token, instant());
	if (!found) return null;
	const { id, name, email, role } = found.user;
	return { id, name, email, role, session: found.session.id, scopes: null, signature: name };
}
