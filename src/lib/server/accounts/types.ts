/** What an account may do: an editor writes records, an administrator also decides who has an account. */
export const ROLES = ['editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What a key may do: `read` counts where reading is closed. */
export const SCOPES = ['read', 'write'] as const;
export type Scope = (typeof SCOPES)[number];

/** A moment: milliseconds since 1970 in UTC. */
export type Instant = number;

export interface User {
	id: number;
	/** What the history of changes calls them. */
	name: string;
	/** In small letters. */
	email: string;
	role: Role;
	created: Instant;
	/** When the account was closed; null while it is open. */
	ended: Instant | null;
}

/** `password`: the hash in the form of password.ts; null while none has been chosen. */
export type UserWithPassword = User & { password: string | null };

export interface Session {
	id: number;
	user: number;
	created: Instant;
	last_seen: Instant;
	user_agent: string;
	ended: Instant | null;
}

export interface ApiKey {
	id: number;
	user: number;
	name: string;
	/** The first characters of the key, by which people tell it from their others. */
	prefix: string;
	scopes: Scope[];
	created: Instant;
	last_used: Instant | null;
	ended: Instant | null;
}

/** What accounts need of a database. Every hash is the one of token.ts. */
export interface AccountStore {
	/** Runs all of it or, where it throws, nothing of it; no other process writes meanwhile. */
	atomically<T>(work: () => T): T;
	/** Does it unless another process writes at this moment: nobody who reads waits for a note. */
	ifFree(note: () => void): void;

	users(): User[];
	user(id: number): UserWithPassword | undefined;
	userByEmail(email: string): UserWithPassword | undefined;
	hasName(name: string): boolean;
	addUser(user: Pick<UserWithPassword, 'name' | 'email' | 'role' | 'password' | 'created'>): number;
	setPassword(user: number, password: string): void;
	setRole(user: number, role: Role): void;
	endUser(user: number, at: Instant): void;

	addSession(session: Pick<Session, 'user' | 'created' | 'user_agent'> & { hash: string }): number;
	session(hash: string): Session | undefined;
	/** Those that have not been ended, the latest seen first. */
	sessionsOf(user: number): Session[];
	seeSession(id: number, at: Instant): void;
	endSession(id: number, at: Instant): void;

	addKey(key: Pick<ApiKey, 'user' | 'name' | 'prefix' | 'scopes' | 'created'> & { hash: string }): void;
	key(hash: string): ApiKey | undefined;
	/** Those that have not been ended, the newest first. */
	keysOf(user: number): ApiKey[];
	useKey(id: number, at: Instant): void;
	endKey(id: number, at: Instant): void;

	addAttempt(attempt: { account: string; address: string; at: Instant }): void;
	/** When the attempt was made that is the `nth` from the latest on, counted from 1. */
	attemptOn(account: string, nth: number): Instant | undefined;
	attemptFrom(address: string, nth: number): Instant | undefined;
	forgetAttemptsOn(account: string): void;
	forgetAttemptsBefore(at: Instant): void;

	/** Takes the place of earlier links for the same user, or for nobody yet. */
	putLink(link: { hash: string; user: number | null; expires: Instant }): void;
	link(hash: string): { user: number | null; expires: Instant } | undefined;
	dropLink(hash: string): void;
}
