import type Database from 'better-sqlite3';
import type { AccountStore, ApiKey, Instant, Role, Scope, Session, User, UserWithPassword } from '../accounts/types';
import { isBusy } from './busy';

const USER = 'select id, name, email, role, password, created, ended from user';
const SESSION = 'select id, user, created, last_seen, user_agent, ended from session';
const KEY = 'select id, user, name, prefix, scopes, created, last_used, ended from api_key';

type KeyRow = Omit<ApiKey, 'scopes'> & { scopes: string };

function keyOf(row: KeyRow): ApiKey {
	return { ...row, scopes: row.scopes.split(' ') as Scope[] };
}

/** Accounts, sessions, keys, attempts and one-time links, in the same file as the records. */
export class AccountTables implements AccountStore {
	constructor(private readonly db: Database.Database) {}

	atomically<T>(work: () => T): T {
		return this.db.transaction(work).immediate();
	}

	ifFree(note: () => void): void {
		const patience = Number(this.db.pragma('busy_timeout', { simple: true }));
		this.db.pragma('busy_timeout = 0');
		try {
			note();
		} catch (error) {
			if (!isBusy(error)) throw error;
		} finally {
			this.db.pragma(`busy_timeout = ${patience}`);
		}
	}

	users(): User[] {
		const columns = 'id, name, email, role, created, ended';
		return this.db.prepare<[], User>(`select ${columns} from user order by name collate nocase`).all();
	}

	user(id: number): UserWithPassword | undefined {
		return this.db.prepare<[number], UserWithPassword>(`${USER} where id = ?`).get(id);
	}

	userByEmail(email: string): UserWithPassword | undefined {
		return this.db.prepare<[string], UserWithPassword>(`${USER} where email = ?`).get(email);
	}

	hasName(name: string): boolean {
		return this.db.prepare('select 1 from user where name = ?').get(name) !== undefined;
	}

	addUser({
		name,
		email,
		role,
		password,
		created
	}: Pick<UserWithPassword, 'name' | 'email' | 'role' | 'password' | 'created'>): number {
		const insert = this.db.prepare('insert into user (name, email, role, password, created) values (?, ?, ?, ?, ?)');
		return Number(insert.run(name, email, role, password, created).lastInsertRowid);
	}

	setPassword(user: number, password: string): void {
		this.db.prepare('update user set password = ? where id = ?').run(password, user);
	}

	setRole(user: number, role: Role): void {
		this.db.prepare('update user set role = ? where id = ?').run(role, user);
	}

	endUser(user: number, at: Instant): void {
		this.db.prepare('update user set ended = ? where id = ? and ended is null').run(at, user);
	}

	addSession(session: Pick<Session, 'user' | 'created' | 'user_agent'> & { hash: string }): number {
		const insert = this.db.prepare(
			`insert into session (token_hash, user, created, last_seen, user_agent)
			values (@hash, @user, @created, @created, @user_agent)`
		);
		return Number(insert.run(session).lastInsertRowid);
	}

	session(hash: string): Session | undefined {
		return this.db.prepare<[string], Session>(`${SESSION} where token_hash = ?`).get(hash);
	}

	sessionsOf(user: number): Session[] {
		return this.db
			.prepare<[number], Session>(`${SESSION} where user = ? and ended is null order by last_seen desc, id desc`)
			.all(user);
	}

	seeSession(id: number, at: Instant): void {
		this.db.prepare('update session set last_seen = ? where id = ?').run(at, id);
	}

	endSession(id: number, at: Instant): void {
		this.db.prepare('update session set ended = ? where id = ? and ended is null').run(at, id);
	}

	addKey({
		hash,
		user,
		name,
		prefix,
		scopes,
		created
	}: Pick<ApiKey, 'user' | 'name' | 'prefix' | 'scopes' | 'created'> & { hash: string }): void {
		this.db
			.prepare('insert into api_key (key_hash, user, name, prefix, scopes, created) values (?, ?, ?, ?, ?, ?)')
			.run(hash, user, name, prefix, scopes.join(' '), created);
	}

	key(hash: string): ApiKey | undefined {
		const row = this.db.prepare<[string], KeyRow>(`${KEY} where key_hash = ?`).get(hash);
		return row && keyOf(row);
	}

	keysOf(user: number): ApiKey[] {
		return this.db
			.prepare<[number], KeyRow>(`${KEY} where user = ? and ended is null order by created desc, id desc`)
			.all(user)
			.map(keyOf);
	}

	useKey(id: number, at: Instant): void {
		this.db.prepare('update api_key set last_used = ? where id = ?').run(at, id);
	}

	endKey(id: number, at: Instant): void {
		this.db.prepare('update api_key set ended = ? where id = ? and ended is null').run(at, id);
	}

	addAttempt({ account, address, at }: { account: string; address: string; at: Instant }): void {
		this.db.prepare('insert into sign_in_attempt (account, address, at) values (?, ?, ?)').run(account, address, at);
	}

	attemptOn(account: string, nth: number): Instant | undefined {
		return this.db
			.prepare<[string, number], { at: Instant }>(
				'select at from sign_in_attempt where account = ? order by at desc limit 1 offset ?'
			)
			.get(account, nth - 1)?.at;
	}

	attemptFrom(address: string, nth: number): Instant | undefined {
		return this.db
			.prepare<[string, number], { at: Instant }>(
				'select at from sign_in_attempt where address = ? order by at desc limit 1 offset ?'
			)
			.get(address, nth - 1)?.at;
	}

	forgetAttemptsOn(account: string): void {
		this.db.prepare('delete from sign_in_attempt where account = ?').run(account);
	}

	forgetAttemptsBefore(at: Instant): void {
		this.db.prepare('delete from sign_in_attempt where at < ?').run(at);
	}

	putLink({ hash, user, expires }: { hash: string; user: number | null; expires: Instant }): void {
		this.db.prepare('delete from setup_token where user is ?').run(user);
		this.db.prepare('insert into setup_token (token_hash, user, expires) values (?, ?, ?)').run(hash, user, expires);
	}

	link(hash: string): { user: number | null; expires: Instant } | undefined {
		return this.db
			.prepare<[string], { user: number | null; expires: Instant }>(
				'select user, expires from setup_token where token_hash = ?'
			)
			.get(hash);
	}

	dropLink(hash: string): void {
		this.db.prepare('delete from setup_token where token_hash = ?').run(hash);
	}
}
