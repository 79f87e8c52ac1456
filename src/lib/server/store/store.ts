import type Database from 'better-sqlite3';
import { idOf, keyStart, type RecordOf } from '$lib/records/keys';
import { recordsOf, type RecordKind, type Records } from '$lib/records';
import { AccountTables } from './accounts';
import { KeptAnswers } from './answers';
import { digestOf } from './digest';
import { History } from './history';
import { readBody } from './present-form';
import { Staging } from './staging';
import { planSync, type Change, type Plan, type Reference, type Side } from './sync';
import { WholeLedger } from './whole';

/** Who wrote, why, and when (an instant in UTC, ISO 8601). */
export interface Signature {
	who: string;
	why: string;
	at: string;
}

interface Row {
	kind: RecordKind;
	key: string;
	body: string;
}

/** Changes of a revision that are read together. */
const AT_A_TIME = 500;

const AT_REVISION = `
	select kind, key, after as body from change as latest
	where after is not null and revision = (
		select max(revision) from change
		where kind = latest.kind and key = latest.key and revision <= ?
	)
	order by kind, key`;

/** The records of a ledger and their history. Every write is one transaction and one revision. */
export class Store {
	/** Who may read and write. */
	readonly accounts: AccountTables;
	/** What was answered to writes that may come twice. */
	readonly answers: KeptAnswers;
	/** What became of the records, revision by revision. */
	readonly history: History;
	/** What is asked of all records at once where they do not fit into memory. */
	readonly whole: WholeLedger;
	private readonly latest: Database.Statement<[], { id: number | null }>;

	private readonly version: Database.Statement<[string, string, number], { after: string | null; revision: number }>;

	constructor(private readonly db: Database.Database) {
		this.accounts = new AccountTables(db);
		this.answers = new KeptAnswers(db);
		this.history = new History(db);
		this.whole = new WholeLedger(db, 'ledger');
		this.latest = db.prepare('select max(id) as id from revision');
		this.version = db.prepare(
			'select after, revision from change where kind = ? and key = ? and revision <= ? order by revision desc limit 1'
		);
	}

	/** The number of the latest revision; 0 while nothing has been written. Sees what other processes wrote. */
	revision(): number {
		return this.latest.get()?.id ?? 0;
	}

	/** All records, now or as a revision left them, each kind sorted by key. */
	readAll(atRevision?: number): Records {
		const rows =
			atRevision === undefined
				? this.db.prepare<[], Row>('select kind, key, body from record order by kind, key').all()
				: this.db.prepare<[number], Row>(AT_REVISION).all(atRevision);
		const records = recordsOf();
		for (const { kind, body } of rows) {
			const list: unknown[] = records[kind];
			list.push(readBody(kind, body));
		}
		return records;
	}

	/** The records of one kind as they stand, sorted by key. */
	readKind<K extends RecordKind>(kind: K): RecordOf<K>[] {
		return this.db
			.prepare<[string], { body: string }>('select body from record where kind = ? order by key')
			.all(kind)
			.map(({ body }) => readBody(kind, body));
	}

	/** The key of the record that an id names, now or ever; undefined where there never was one. */
	keyOf(kind: RecordKind, id: string): string | undefined {
		const from = keyStart(kind, id);
		if (!from || 'key' in from) return from?.key;
		return this.db
			.prepare<[string, string, string], { key: string }>(
				'select distinct key from change where kind = ? and key > ? and key < ?'
			)
			.all(kind, from.start, `${from.start}\u{10ffff}`)
			.find(({ key }) => idOf(key) === id)?.key;
	}

	/** What the revisions after one have made of the records up to another, the last word on each. */
	changedBetween(after: number, upTo: number): Change[] {
		return this.db
			.prepare<[number, number], Omit<Row, 'body'> & { after: string | null; revision: number }>(
				`select kind, key, after, max(revision) as revision from change
				where revision > ? and revision <= ? group by kind, key`
			)
			.all(after, upTo)
			.map((row) => ({ kind: row.kind, key: row.key, record: row.after && readBody(row.kind, row.after) }) as Change);
	}

	/** What one revision wrote, in the order it came, a few hundred at a time. */
	*changesOf(revision: number): Generator<Change> {
		const some = this.db.prepare<[number, number], Omit<Row, 'body'> & { after: string | null; number: number }>(
			`select rowid as number, kind, key, after from change
			where revision = ? and rowid > ? order by rowid limit ${AT_A_TIME}`
		);
		for (let last = 0; ;) {
			const rows = some.all(revision, last);
			for (const { kind, key, after } of rows) yield { kind, key, record: after && readBody(kind, after) } as Change;
			last = rows.at(-1)?.number ?? 0;
			if (rows.length < AT_A_TIME) return;
		}
	}

	/** One record as a revision left it, with the revision that wrote it; undefined where there was none. */
	recordAt<K extends RecordKind>(
		kind: K,
		key: string,
		atRevision: number
	): { record: RecordOf<K>; revision: number } | undefined {
		const found = this.version.get(kind, key, atRevision);
		return found?.after ? { record: readBody(kind, found.after), revision: found.revision } : undefined;
	}

	/** Where records wait that may be written: in a file, or for as long as the connection lasts. One for each connection. */
	staging(path?: string): Staging {
		return new Staging(this.db, path);
	}

	/** Runs all of it or, where it throws, nothing of it; no other process writes meanwhile. */
	atomically<T>(work: () => T): T {
		return this.db.transaction(work).immediate();
	}

	/**
	 * Writes all changes, or none if one fails, as one revision, and returns its number. A change that changes nothing is left out; if nothing is
	 * left, there is no new revision and the latest number comes back. Looks at nothing: `commit` asks first whether the records fit together,
	 * and nobody else calls this.
	 */
	writeRevision(changes: Iterable<Change>, signature: Signature): number {
		return this.atomically(() => this.write(changes, signature));
	}

	private write(changes: Iterable<Change>, { who, why, at }: Signature): number {
		const find = this.db.prepare<[string, string], { body: string }>(
			'select body from record where kind = ? and key = ?'
		);
		const history = this.db.prepare('insert into change (revision, kind, key, before, after) values (?, ?, ?, ?, ?)');
		const remove = this.db.prepare('delete from record where kind = ? and key = ?');
		const put = this.db.prepare(
			`insert into record (kind, key, body, revision) values (?, ?, ?, ?)
			on conflict (kind, key) do update set body = excluded.body, revision = excluded.revision`
		);
		let revision: number | undefined;
		for (const { kind, key, record } of changes) {
			const before = find.get(kind, key)?.body ?? null;
			const after = record === null ? null : JSON.stringify(record);
			if (
				before === after ||
				(before !== null && record !== null && digestOf(JSON.parse(before)) === digestOf(record))
			) {
				continue;
			}
			revision ??= Number(
				this.db.prepare('insert into revision (at, who, why) values (?, ?, ?)').run(at, who, why).lastInsertRowid
			);
			history.run(revision, kind, key, before, after);
			if (after === null) remove.run(kind, key);
			else put.run(kind, key, after, revision);
		}
		return revision ?? this.revision();
	}

	/** What a dataset means for the ledger as it stands, some of it chosen by a person. Nothing is written. */
	planSync(records: Records, choices: readonly (Reference & { side: Side })[]): Plan {
		const here = new Map<string, string>();
		for (const { kind, key, body } of this.db.prepare<[], Row>('select kind, key, body from record').iterate()) {
			here.set(`${kind} ${key}`, digestOf(JSON.parse(body)));
		}
		const rows = this.db.prepare<[], Reference & { digest: string }>('select kind, key, digest from origin').all();
		const origins = new Map(rows.map(({ kind, key, digest }) => [`${kind} ${key}`, digest]));
		const sides = new Map(choices.map(({ kind, key, side }) => [`${kind} ${key}`, side]));
		return planSync(records, {
			chosen: ({ kind, key }) => sides.get(`${kind} ${key}`),
			here: ({ kind, key }) => here.get(`${kind} ${key}`),
			origin: ({ kind, key }) => origins.get(`${kind} ${key}`),
			origins: () => rows.map(({ kind, key }) => ({ kind, key }))
		});
	}

	/** Remembers what the dataset said of records, to tell later what was edited here. */
	rememberOrigins(origins: Plan['origins']): void {
		const put = this.db.prepare(
			`insert into origin (kind, key, digest) values (?, ?, ?)
			on conflict (kind, key) do update set digest = excluded.digest`
		);
		const forget = this.db.prepare('delete from origin where kind = ? and key = ?');
		for (const { kind, key, digest } of origins) {
			if (digest === null) forget.run(kind, key);
			else put.run(kind, key, digest);
		}
	}

	/** Ends the connection; nothing can be asked afterwards. */
	close(): void {
		this.db.close();
	}
}
