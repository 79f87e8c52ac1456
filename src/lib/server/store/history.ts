import type Database from 'better-sqlite3';
import { RECORD_KINDS, type RecordKind } from '$lib/records';
import { readBody } from './present-form';
import type { Reference } from './sync';

/** One write: when (an instant in UTC, ISO 8601), by whom, why, and how many records it touched. */
export interface Revision {
	revision: number;
	at: string;
	who: string;
	why: string;
	records: number;
}

/** What a revision made of one record; null where there was none before, or is none after. */
export interface RecordedChange extends Reference {
	before: unknown;
	after: unknown;
}

interface ChangeRow extends Reference {
	before: string | null;
	after: string | null;
}

const REVISION = `
	select id as revision, at, who, why, (select count(*) from change where change.revision = revision.id) as records
	from revision`;

/** In the order of the kinds, so that a page of a long revision begins with its deals. */
const BY_KIND = `case kind ${RECORD_KINDS.map((kind, i) => `when '${kind}' then ${i}`).join(' ')} end, key`;

function read(kind: RecordKind, text: string | null): unknown {
	return text === null ? null : readBody(kind, text);
}

function changeOf<T extends ChangeRow>(row: T): Omit<T, 'before' | 'after'> & RecordedChange {
	return { ...row, before: read(row.kind, row.before), after: read(row.kind, row.after) };
}

/** The history of a ledger, for reading: it is written by `Store` alone and never changes. */
export class History {
	constructor(private readonly db: Database.Database) {}

	/** Revisions up to `last`, the newest first: `count` of them after leaving out `skip`. */
	revisions(last: number, skip: number, count: number): Revision[] {
		return this.db
			.prepare<[number, number, number], Revision>(`${REVISION} where id <= ? order by id desc limit ? offset ?`)
			.all(last, count, skip);
	}

	/** One revision; undefined where there is none of this number. */
	revision(revision: number): Revision | undefined {
		return this.db.prepare<[number], Revision>(`${REVISION} where id = ?`).get(revision);
	}

	/** What a revision changed, by kind and key: `count` of its changes after leaving out `skip`; all of them by default. */
	changes(revision: number, skip = 0, count = -1): RecordedChange[] {
		return this.db
			.prepare<[number, number, number], ChangeRow>(
				`select kind, key, before, after from change where revision = ? order by ${BY_KIND} limit ? offset ?`
			)
			.all(revision, count, skip)
			.map(changeOf);
	}

	/** Every revision that touched a record, up to `last`, the newest first. */
	ofRecord(kind: RecordKind, key: string, last: number): (Revision & RecordedChange)[] {
		return this.db
			.prepare<[RecordKind, string, number], Revision & ChangeRow>(
				`select revision, at, who, why, kind, key, before, after,
					(select count(*) from change as other where other.revision = change.revision) as records
				from change join revision on revision.id = change.revision
				where kind = ? and key = ? and revision <= ? order by revision desc`
			)
			.all(kind, key, last)
			.map(changeOf);
	}

	/** The records of a revision that later ones changed again, each with the latest of those. */
	changedSince(revision: number): (Reference & { revision: number })[] {
		return this.db
			.prepare<[number, number], Reference & { revision: number }>(
				`select kind, key, max(revision) as revision from change as later
				where revision > ? and exists (
					select 1 from change where revision = ? and kind = later.kind and key = later.key
				)
				group by kind, key order by ${BY_KIND}`
			)
			.all(revision, revision);
	}
}
