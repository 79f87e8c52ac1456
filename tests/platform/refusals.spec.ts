import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { outcome, root, startRefused, startServer, type Ended } from '../support/server';

const folder = mkdtempSync(path.join(tmpdir(), 'buildout-refusals-'));
const small = path.join(root, 'tests/vectors/small/dataset');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What every refusal has in common: exit code 1, nothing served, sentences and no stack trace. */
function expectRefusal(ended: Ended, sentence: RegExp): void {
	expect(ended.stderr).toMatch(sentence);
	expect(ended.stderr).not.toMatch(/^\s+at |node:internal|\bError\b/m);
	expect(ended.stdout).not.toContain('Buildout is on');
	expect(ended.code).toBe(1);
}

function file(name: string, content: string): string {
	const made = path.join(folder, name);
	writeFileSync(made, content);
	return made;
}

describe('the start is refused with a sentence', () => {
	it('when the port is taken', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		const ended = await startRefused({ data: small, env: { PORT: String(port) } });
		expectRefusal(
			ended,
			new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken by another program: .+PORT=${port + 1}\\.\n$`)
		);
		other.close();
	});

	it('when the port is taken by a Buildout, whose ledger stays as it was', async () => {
		const db = path.join(folder, 'shared.db');
		const first = await startServer({ data: small, db });
		const ended = await startRefused({ db, env: { PORT: String(first.port) } });
		expectRefusal(ended, /^Port \d+ on 127\.0\.0\.1 is taken/);
		expect(ended.stdout).toBe('');
		await first.stop();
	});

	it('when the database is another file', async () => {
		const db = file('notes.txt', 'Not a database, but somebody needs it.\n'.repeat(50));
		const before = readFileSync(db);
		expectRefusal(await startRefused({ data: small, db }), /^\S+notes\.txt is not a SQLite database; .+\n$/);
		expect(readFileSync(db)).toEqual(before);
	});

	it('when the database is locked', async () => {
		const db = path.join(folder, 'locked.db');
		const holder = new Database(db);
		holder.exec('create table t (x); begin exclusive; insert into t values (1)');
		expectRefusal(
			await startRefused({ data: small, db }),
			/^The database \S+locked\.db is locked by another program\. .+\n$/
		);
		holder.close();
	});

	it('when the database is a folder', async () => {
		const db = path.join(folder, 'a-folder');
		mkdirSync(db);
		expectRefusal(await startRefused({ data: small, db }), /^\S+a-folder is a folder, not a database file\. .+\n$/);
	});

	it('when the folder of the database cannot be written', async () => {
		const db = path.join(file('plain.txt', 'a file where a folder should be'), 'ledger.db');
		expectRefusal(
			await startRefused({ data: small, db }),
			/^The database \S+ledger\.db cannot be opened or created: .+\n$/
		);
	});

	it('when there is no dataset', async () => {
		expectRefusal(await startRefused({ data: path.join(folder, 'nowhere') }), /nowhere/);
	});

	it('when the dataset has faults: all of them, each with its place, and no database is made', async () => {
		const data = path.join(folder, 'broken');
		cpSync(small, data, { recursive: true });
		const deal = path.join(data, 'deals/deal-000.yaml');
		writeFileSync(deal, readFileSync(deal, 'utf8').replace(/^kind: .+$/m, 'kind: gift\nus_share: 7'));
		const db = path.join(folder, 'never.db');
		const ended = await startRefused({ data, db });
		expectRefusal(ended, /deal-000\.yaml:\d+ kind: expected .+, got .*gift/);
		expect(ended.stderr).toMatch(/deal-000\.yaml:\d+ us_share: expected .+, got 7/);
		expect(() => readFileSync(db)).toThrow(/ENOENT/);
	});

	it('when settings are wrong: all of them', async () => {
		const ended = await startRefused({ env: { PORT: 'three', ORIGIN: 'localhost', BUILDOUT_TODAY: 'now' } });
		expectRefusal(ended, /^PORT: expected .+, got "three"\.\nORIGIN: expected .+\nBUILDOUT_TODAY: expected .+\n$/);
	});

	it('when the host is another machine', async () => {
		expectRefusal(
			await startRefused({ env: { HOST: '192.0.2.1' } }),
			/^HOST: "192\.0\.2\.1" is no address of this machine\.\n$/
		);
	});

	it('when Node is too old', async () => {
		const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.0' } })";
		const preload = `--import=data:text/javascript,${encodeURIComponent(older)}`;
		const ended = await outcome(spawn(process.execPath, [preload, 'src/server/main.mjs'], { cwd: root }));
		expectRefusal(ended, /^Node 20\.11\.0 is too old: the server needs Node 22\.18 or newer\. .+\n$/);
	});
});
