import type Database from 'better-sqlite3';

/** An answer as it went out. */
export interface KeptAnswer {
	/** What was asked: the same key with another request is a mistake. */
	request_hash: string;
	status: number;
	headers: Record<string, string>;
	body: string;
}

type Row = Omit<KeptAnswer, 'headers'> & { headers: string };

/** How long an answer is kept, in milliseconds: whoever is not sure that a write came through asks again sooner. */
const KEPT_FOR = 7 * 24 * 60 * 60_000;

/** What was answered to writes that carried a key of their own, so that the same request again writes nothing twice. */
export class KeptAnswers {
	constructor(private readonly db: Database.Database) {}

	/** The answer that a user's key was given; undefined where there is none, or no longer. */
	find(user: number, key: string): KeptAnswer | undefined {
		const row = this.db
			.prepare<[number, string], Row>(
				'select request_hash, status, headers, body from kept_answer where user = ? and key = ?'
			)
			.get(user, key);
		return row && { ...row, headers: JSON.parse(row.headers) as Record<string, string> };
	}

	/** Keeps an answer; call it in the transaction of the write that it tells of. `at`: milliseconds since 1970. */
	keep(user: number, key: string, { request_hash, status, headers, body }: KeptAnswer, at: number): void {
		this.db.prepare('delete from kept_answer where at < ?').run(at - KEPT_FOR);
		this.db
			.prepare(
				'insert into kept_answer (user, key, request_hash, status, headers, body, at) values (?, ?, ?, ?, ?, ?, ?)'
			)
			.run(user, key, request_hash, status, JSON.stringify(headers), body, at);
	}
}
