import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, MIGRATIONS, type Migration } from './migrate';
import { openStore } from './open';

const AT = '2026-11-22T10:00:00.000Z';

let folder: string;
let path: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-open-'));
	path = join(folder, 'ledger.db');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What opening says, word for word but for the place of the file. */
function refusal(options: { readonly?: boolean } = {}): string {
	try {
		openStore(path, { at: AT, ...options }).close();
	} catch (error) {
		expect(error).toMatchObject({ name: 'StartFault' });
		return error instanceof Error ? error.message.replaceAll(path, 'ledger.db') : '';
	}
	return '';
}

/** Runs SQL on the file as another program would. */
function alter(sql: string): void {
	const db = new Database(path);
	db.exec(sql);
	db.close();
}

describe('the form of the database', () => {
	it('is the one in the snapshot: a shipped table, column or trigger never changes by accident (views: views.spec.ts)', async () => {
		openStore(path, { at: AT }).close();
		const db = new Database(path, { readonly: true });
		const objects = db.prepare<[], { type: string; name: string }>(
			"select type, name from sqlite_schema where name not like 'sqlite_%' and type <> 'view' order by type, name"
		);
		const columns = db.prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
			'select name, type, "notnull", pk from pragma_table_info(?)'
		);
		const form = Object.fromEntries(
			objects.all().map(({ type, name }) => [
				`${type} ${name}`,
				columns
					.all(name)
					.map((column) => {
						const rest = [column.type, column.notnull ? 'not null' : '', column.pk ? `key ${column.pk}` : ''];
						return [column.name, ...rest].filter((word) => word !== '').join(' ');
					})
					.join(', ')
			])
		);
		const strict = db.prepare(
			"select name from pragma_table_list where type = 'table' and schema = 'main' and not strict"
		);
		expect(strict.all()).toEqual([{ name: 'sqlite_schema' }]);
		db.close();
		await expect(`${JSON.stringify(form, null, '\t')}\n`).toMatchFileSnapshot('schema.snapshot.json');
	});

	it('is brought up step by step, keeping what is there, in one transaction', () => {
		const first: Migration = {
			id: 1,
			name: '0001_a',
			sql: 'create table a (x integer) strict; insert into a values (7)'
		};
		const second: Migration = { id: 2, name: '0002_b', sql: 'alter table a add column y integer' };
		const wrong: Migration = { id: 3, name: '0003_c', sql: 'create table c (x integer) strict; create nonsense' };
		const db = new Database(path);
		const go = (migrations: Migration[]) => migrate(db, path, { at: AT, readonly: false, migrations });
		go([first]);
		go([first, second]);
		go([first, second]);
		expect(db.prepare('select x, y from a').all()).toEqual([{ x: 7, y: null }]);
		expect(() => go([first, second, wrong])).toThrow('nonsense');
		expect(db.prepare("select name from sqlite_schema where name = 'c'").all()).toEqual([]);
		expect(db.prepare('select id, applied_at from schema_migration').all()).toEqual([
			{ id: 1, applied_at: AT },
			{ id: 2, applied_at: AT }
		]);
		db.close();
	});

	it('has its steps numbered without a gap', () => {
		expect(MIGRATIONS.map(({ id }) => id)).toEqual(MIGRATIONS.map((_, i) => i + 1));
	});
});

describe('a database that is refused, in one sentence, and left as it is', () => {
	it('is no database', () => {
		writeFileSync(path, 'slug,title\n'.repeat(500));
		expect(refusal()).toBe(
			'ledger.db is not a SQLite database; it was left as it is. Set BUILDOUT_DB to another file, or correct this one.'
		);
		expect(readFileSync(path, 'utf8')).toBe('slug,title\n'.repeat(500));
	});

	it('is of another program', () => {
		alter('create table songs (title text)');
		const before = readFileSync(path);
		expect(refusal()).toMatch(/^ledger\.db is a SQLite database of another program; it was left as it is\./);
		expect(readFileSync(path).equals(before)).toBe(true);
	});

	it('is of a newer version', () => {
		openStore(path, { at: AT }).close();
		alter(`insert into schema_migration values (999, '0999_later', 'x', '${AT}')`);
		expect(refusal()).toMatch(
			/^The database ledger\.db was written by a newer version of Buildout \(it has the step 0999_later/
		);
	});

	it('was built by other steps', () => {
		openStore(path, { at: AT }).close();
		alter("update schema_migration set sha256 = 'x' where id = 1");
		expect(refusal()).toMatch(/another variant of Buildout \(its step 0001_ledger differs/);
	});

	it('is a folder', () => {
		mkdirSync(path);
		expect(refusal()).toBe('ledger.db is a folder, not a database file. Set BUILDOUT_DB to a file.');
	});

	it('lies under a file', () => {
		writeFileSync(path, '');
		const outer = path;
		path = join(path, 'inner.db');
		expect(refusal().replaceAll(outer, '')).toMatch(
			/^The database ledger\.db cannot be opened or created: its folder is/
		);
	});

	it('is locked by another program', async () => {
		openStore(path, { at: AT }).close();
		const hold = `
			const db = new (require('better-sqlite3'))(process.argv[1]);
			db.pragma('locking_mode = exclusive');
			db.exec('begin exclusive');
			console.log('held');
			setInterval(() => {}, 1000);`;
		const other = spawn(process.execPath, ['-e', hold, path], { stdio: ['ignore', 'pipe', 'inherit'] });
		await new Promise((resolve) => other.stdout.once('data', resolve));
		const said = refusal();
		const ended = new Promise((resolve) => other.once('exit', resolve));
		other.kill('SIGKILL');
		await ended;
		expect(said).toBe('The database ledger.db is locked by another program. Close that program and start again.');
		expect(refusal()).toBe('');
	}, 0);

	it('is damaged', () => {
		openStore(path, { at: AT }).close();
		const bytes = readFileSync(path);
		bytes.fill(0xee, 100, 4096);
		writeFileSync(path, bytes);
		expect(refusal()).toMatch(/^The database ledger\.db is damaged\./);
	});

	it('does not exist, or is of an older version, and may only be read', () => {
		expect(refusal({ readonly: true })).toMatch(/cannot be opened/);
		expect(existsSync(path)).toBe(false);
		const db = new Database(path);
		migrate(db, path, { at: AT, readonly: false, migrations: MIGRATIONS.slice(0, 1) });
		db.close();
		expect(refusal({ readonly: true })).toMatch(/has the form of an older version/);
		expect(refusal()).toBe('');
		expect(refusal({ readonly: true })).toBe('');
	});

	it('lies where nobody may write', () => {
		path = '/proc/ledger.db';
		expect(refusal()).toMatch(/^The database ledger\.db cannot be (opened|written)/);
	});
});
