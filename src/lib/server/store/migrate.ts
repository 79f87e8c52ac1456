import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { StartFault } from '../config/fault';

/** One step of the database's form. Shipped ones never change; a new form is a new file with the next number. */
export interface Migration {
	id: number;
	name: string;
	sql: string;
}

const FILES = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** The migrations of this version, in order. */
export const MIGRATIONS: readonly Migration[] = Object.entries(FILES)
	.map(([path, sql]) => {
		const name = path.slice(path.lastIndexOf('/') + 1, -'.sql'.length);
		return { id: Number(name.slice(0, 4)), name, sql };
	})
	.sort((a, b) => a.id - b.id);

/** "BULD": marks a SQLite file as one of this application's. */
const APPLICATION_ID = 0x42554c44;

const TABLE = `create table if not exists schema_migration (
	id integer primary key,
	name text not null,
	sha256 text not null,
	applied_at text not null
) strict`;

interface Applied {
	id: number;
	name: string;
	sha256: string;
}

function digest(sql: string): string {
	return createHash('sha256').update(sql).digest('hex');
}

function isOurs(db: Database.Database): boolean {
	return db.pragma('application_id', { simple: true }) === APPLICATION_ID;
}

function appliedMigrations(db: Database.Database): Applied[] {
	return db.prepare<[], Applied>('select id, name, sha256 from schema_migration order by id').all();
}

function refuseUnknown(path: string, done: Applied[], migrations: readonly Migration[]): void {
	for (const { id, name, sha256 } of done) {
		const own = migrations.find((migration) => migration.id === id);
		if (!own) {
			throw new StartFault(
				`The database ${path} was written by a newer version of Buildout (it has the step ${name}, which this version ` +
					`does not know). Update Buildout, or set BUILDOUT_DB to another file.`
			);
		}
		if (digest(own.sql) !== sha256) {
			throw new StartFault(
				`The database ${path} was built by another variant of Buildout (its step ${name} differs from this version's). ` +
					`Use the version that built it, or set BUILDOUT_DB to another file.`
			);
		}
	}
}

/**
 * Brings a database to the form of this version, in one transaction. With `readonly` it only checks that it has it.
 *
 * @throws {StartFault} for another program's database, one of a newer version, or one whose steps differ
 */
export function migrate(
	db: Database.Database,
	path: string,
	options: { at: string; readonly: boolean; migrations?: readonly Migration[] }
): void {
	const { at, readonly, migrations = MIGRATIONS } = options;
	const tables = db.prepare<[], { n: number }>('select count(*) as n from sqlite_schema').get()?.n ?? 0;
	if (!isOurs(db) && tables > 0) {
		throw new StartFault(
			`${path} is a SQLite database of another program; it was left as it is. Set BUILDOUT_DB to another file.`
		);
	}
	const current = isOurs(db) ? appliedMigrations(db) : [];
	refuseUnknown(path, current, migrations);
	if (current.length === migrations.length) return;
	if (readonly) {
		throw new StartFault(
			`The database ${path} has the form of an older version of Buildout. Start Buildout once to update it.`
		);
	}
	db.transaction(() => {
		db.pragma(`application_id = ${APPLICATION_ID}`);
		db.exec(TABLE);
		// Another process may have been first.
		const done = appliedMigrations(db);
		refuseUnknown(path, done, migrations);
		const note = db.prepare('insert into schema_migration (id, name, sha256, applied_at) values (?, ?, ?, ?)');
		for (const { id, name, sql } of migrations.slice(done.length)) {
			db.exec(sql);
			note.run(id, name, digest(sql), at);
		}
	}).immediate();
}
