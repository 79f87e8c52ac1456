import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StartFault } from '../config/fault';
import { isBusy } from './busy';
import { migrate } from './migrate';
import { Store } from './store';
import { renewViews } from './views';

const ADVICE = 'Set BUILDOUT_DB to another file, or correct this one.';

/** How long a write waits for another process to finish its own, in milliseconds. */
const PATIENCE = 5_000;

function sentence(path: string, error: unknown): string | undefined {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code.startsWith('SQLITE_NOTADB')) return `${path} is not a SQLite database; it was left as it is. ${ADVICE}`;
	if (code.startsWith('SQLITE_CORRUPT'))
		return `The database ${path} is damaged. Restore it from a copy, or set BUILDOUT_DB to another file.`;
	if (isBusy(error)) {
		return `The database ${path} is locked by another program. Close that program and start again.`;
	}
	if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return `The disk that holds the database ${path} is full.`;
	if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
		return `The database ${path} cannot be written: no permission. ${ADVICE}`;
	}
	if (code.startsWith('SQLITE_CANTOPEN') || code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') {
		return `The database ${path} cannot be opened or created: its folder is missing or not writable. ${ADVICE}`;
	}
	if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
		return `The disk that holds the database ${path} reports an error.`;
	return undefined;
}

/** A fault of the database in words for whoever starts the program; any other fault as it is. */
export function startFault(path: string, error: unknown): unknown {
	const words = error instanceof StartFault ? undefined : sentence(path, error);
	return words === undefined ? error : new StartFault(words, { cause: error });
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Opens the database of a ledger; unless it is opened read-only, creates it where there is none and brings it to the form of
 * this version. `at` is the instant noted for that. `memory` is how many megabytes of the database SQLite may keep at hand, by
 * its own choice 2: more pays where as much as a whole ledger is written at once, in the order of no index.
 *
 * @throws {StartFault} one sentence: not a database, another program's, a newer version's, locked, damaged, not writable
 */
export function openStore(
	path: string,
	{ at, readonly = false, memory }: { at: string; readonly?: boolean; memory?: number }
): Store {
	let db: Database.Database | undefined;
	try {
		if (isFolder(path)) throw new StartFault(`${path} is a folder, not a database file. Set BUILDOUT_DB to a file.`);
		if (!readonly) mkdirSync(dirname(path), { recursive: true });
		db = new Database(path, { readonly, fileMustExist: readonly, timeout: PATIENCE });
		db.pragma('foreign_keys = on');
		db.pragma('trusted_schema = off');
		if (memory !== undefined) db.pragma(`cache_size = ${-1024 * memory}`);
		// What has been acknowledged survives a power cut, too; writes are rare.
		db.pragma('synchronous = full');
		// Asked first, so that a foreign file is refused before anything in it changes.
		db.pragma('schema_version');
		migrate(db, path, { at, readonly });
		if (!readonly && db.pragma('journal_mode = wal', { simple: true }) !== 'wal') {
			throw new StartFault(`The database ${path} lies where SQLite cannot keep its log beside it. ${ADVICE}`);
		}
		if (!readonly) renewViews(db);
		return new Store(db);
	} catch (error) {
		db?.close();
		throw startFault(path, error);
	}
}
