import { noteAttempt, forgetMistakes } from './limits';
import { isPassword } from './password';
import { hashOf, newToken } from './token';
import type { AccountStore, Instant, Session, User } from './types';

const DAY = 24 * 60 * 60_000;
/** A session ends after so long without a request, and after so long in all. */
const IDLE = 14 * DAY;
/** Also how long a browser keeps the cookie. */
export const LONGEST = 60 * DAY;
/** A request notes that the session was seen, at most this often. */
const SEEN_EVERY = 5 * 60_000;

/** What came of signing in. `token` goes into the cookie and is kept nowhere. */
export type SignedIn =
	| { status: 'in'; token: string; user: User }
	| { status: 'wrong' }
	/** Too many attempts; `wait` in milliseconds. */
	| { status: 'later'; wait: number };

function openSession(store: AccountStore, user: User, agent: string, at: Instant): string {
	const token = newToken();
	store.addSession({ hash: hashOf(token), user: user.id, created: at, user_agent: agent.slice(0, 300) });
	return token;
}

/**
 * Signs in by email (small letters) and password. The answer and the time it takes are the same for an unknown account, a
 * closed one and a wrong password. A session that the browser had before, `previous`, ends: every sign-in has a token of its own.
 */
export async function signIn(
	store: AccountStore,
	given: { email: string; password: string; address: string; agent: string; previous: string | null; at: Instant }
): Promise<SignedIn> {
	const wait = noteAttempt(store, given);
	if (wait > 0) return { status: 'later', wait };
	const found = store.userByEmail(given.email);
	const open = found?.ended === null ? found : undefined;
	const right = await isPassword(given.password, open?.password ?? null);
	return store.atomically((): SignedIn => {
		// Closed, or given another password, while this one was looked at.
		const user = open && store.user(open.id);
		if (!right || !user || user.ended !== null || user.password !== open.password) return { status: 'wrong' };
		forgetMistakes(store, given.email);
		if (given.previous !== null) signOut(store, given.previous, given.at);
		return { status: 'in', user, token: openSession(store, user, given.agent, given.at) };
	});
}

/** Who a cookie's token stands for; undefined where the session has ended, or the account has. */
export function sessionOf(
	store: AccountStore,
	token: string,
	at: Instant
): { user: User; session: Session } | undefined {
	const session = store.session(hashOf(token));
	if (!session || session.ended !== null) return undefined;
	const user = store.user(session.user);
	if (!user || user.ended !== null) return undefined;
	if (at - session.last_seen > IDLE || at - session.created > LONGEST) {
		store.ifFree(() => store.endSession(session.id, at));
		return undefined;
	}
	if (at - session.last_seen > SEEN_EVERY) store.ifFree(() => store.seeSession(session.id, at));
	return { user, session };
}

/** Ends the session of a token, if there is one. */
export function signOut(store: AccountStore, token: string, at: Instant): void {
	const session = store.session(hashOf(token));
	if (session) store.endSession(session.id, at);
}

/** Ends one of a user's own sessions; false where it is not theirs. */
export function endSession(store: AccountStore, user: number, session: number, at: Instant): boolean {
	const own = store.sessionsOf(user).some(({ id }) => id === session);
	if (own) store.endSession(session, at);
	return own;
}

/** Ends all sessions of a user, but for `except`. */
export function endSessions(store: AccountStore, user: number, at: Instant, except?: number): void {
	for (const { id } of store.sessionsOf(user)) if (id !== except) store.endSession(id, at);
}
