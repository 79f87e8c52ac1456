import type Database from 'better-sqlite3';
import type { RecordKind } from '$lib/records';
import { digestOf } from './digest';
import type { Change } from './sync';
import { WholeLedger } from './whole';

/** What a record would do to the ledger, and in which fields; again: an earlier line has the same key. */
export interface RecordEffect {
	status: 'new' | 'changed' | 'unchanged' | 'again';
	fields: string[];
}

/** The fields in which two records differ. */
function differingFields(before: object, after: object): string[] {
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	const text = (record: object, name: string) => JSON.stringify(Reflect.get(record, name));
	return [...names].filter((name) => text(before, name) !== text(after, name));
}

/** What is said of one line of a file. */
export interface StagedLine {
	line: number;
	kind: RecordKind;
	/** The key of the record; empty where the line says none. */
	key: string;
	status: 'new' | 'changed' | 'unchanged' | 'refused';
	/** Why it is refused, or the fields in which it differs. */
	why: string[];
}

const AT_A_TIME = 500;

/** Records that are taken in before they are put into the file together. */
const BATCH = 5_000;

/**
 * Records on their way in: held beside the ledger in a file, so that a million of them need no memory. Without `path` the file is
 * the connection's own and gone with it, however that ends; with it, what an earlier connection left there is found again.
 */
export class Staging {
	/** The ledger as a whole as it would be afterwards. */
	readonly whole: WholeLedger;
	private readonly find: Database.Statement<[string, string], { body: string }>;
	private readonly insert: Database.Statement<[string, string, string, number]>;
	private readonly note: Database.Statement<[number, string, string, string, string]>;
	private waiting = 0;

	constructor(
		private readonly db: Database.Database,
		path?: string
	) {
		const place = path === undefined ? 'temp' : 'staging';
		if (path !== undefined) db.prepare('attach ? as staging').run(path);
		// What breaks off in the middle is thrown away as a whole, so that nothing needs to survive a crash.
		db.pragma(`${place}.journal_mode = off`);
		db.pragma(`${place}.synchronous = off`);
		db.exec(`
			create table if not exists ${place}.staged (
				number integer primary key, kind text not null, key text not null, body text not null,
				differs integer not null, unique (kind, key)
			) strict;
			create table if not exists ${place}.staged_line (
				number integer primary key, line integer not null, kind text not null, key text not null,
				status text not null, why text not null
			) strict`);
		// An earlier import of this connection.
		if (path === undefined) db.exec('delete from staged; delete from staged_line');
		this.whole = new WholeLedger(db, 'staged');
		this.find = db.prepare('select body from record where kind = ? and key = ?');
		this.insert = db.prepare('insert or ignore into staged (kind, key, body, differs) values (?, ?, ?, ?)');
		this.note = db.prepare('insert into staged_line (line, kind, key, status, why) values (?, ?, ?, ?, ?)');
	}

	/** Opens a batch where none is open, and puts into the file what came so far where enough came. */
	private batch(): void {
		if (!this.db.inTransaction) this.db.exec('begin');
		else if (++this.waiting >= BATCH) {
			this.flush();
			this.db.exec('begin');
		}
	}

	/** Puts into the file what was taken in. */
	flush(): void {
		if (this.db.inTransaction) this.db.exec('commit');
		this.waiting = 0;
	}

	/** Closes the book on the lines: they are found by what became of them. */
	finish(): void {
		this.flush();
		this.db.exec('create index if not exists staging.line_by_status on staged_line (status, line)');
	}

	/** Keeps what is said of a line. */
	tell({ line, kind, key, status, why }: StagedLine): void {
		this.batch();
		this.note.run(line, kind, key, status, why.join('; '));
	}

	/** Takes a record in and says what it would do. */
	put(kind: RecordKind, key: string, record: object): RecordEffect {
		this.batch();
		const found = this.find.get(kind, key);
		const here = found && (JSON.parse(found.body) as object);
		const same = here !== undefined && digestOf(here) === digestOf(record);
		const taken = this.insert.run(kind, key, JSON.stringify(record), same ? 0 : 1).changes === 1;
		if (!taken) return { status: 'again', fields: [] };
		if (!here) return { status: 'new', fields: [] };
		return same ? { status: 'unchanged', fields: [] } : { status: 'changed', fields: differingFields(here, record) };
	}

	/** What differs from the ledger, in the order it came, a few hundred at a time. */
	*changes(): Generator<Change> {
		const some = this.db.prepare<[number], { number: number; kind: RecordKind; key: string; body: string }>(
			`select number, kind, key, body from staged where differs = 1 and number > ? order by number limit ${AT_A_TIME}`
		);
		for (let last = 0; ;) {
			const rows = some.all(last);
			for (const { kind, key, body } of rows) yield { kind, key, record: JSON.parse(body) } as Change;
			last = rows.at(-1)?.number ?? 0;
			if (rows.length < AT_A_TIME) return;
		}
	}
}
