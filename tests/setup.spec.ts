import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outcome, root, type Ended } from './support/server';

/** A working copy with the setup in it, all installed as far as npm's account says, and a step that ends at once. */
let copy: string;

beforeEach(() => {
	copy = mkdtempSync(path.join(tmpdir(), 'buildout-setup-'));
	cpSync(path.join(root, 'src/server'), path.join(copy, 'src/server'), { recursive: true });
	cpSync(path.join(root, 'package-lock.json'), path.join(copy, 'package-lock.json'));
	mkdirSync(path.join(copy, 'node_modules/node/bin'), { recursive: true });
	cpSync(path.join(root, 'package-lock.json'), path.join(copy, 'node_modules/.package-lock.json'));
	symlinkSync(process.execPath, path.join(copy, 'node_modules/node/bin/node'));
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

function write(name: string, content: string): string {
	const file = path.join(copy, name);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, content);
	return file;
}

/** Runs a module in the copy under the Node that runs the tests. */
function run(source: string, env: Record<string, string> = {}) {
	write('src/server/trial.mjs', source);
	return spawn(process.execPath, ['src/server/trial.mjs'], { cwd: copy, env: { ...process.env, ...env } });
}

const SETUP = `
	import { command } from './run.mjs';
	import { setup } from './setup.mjs';
	await command(async () => { process.stdout.write(await setup([])); return 0; });
`;

describe('the setup', () => {
	it('does nothing where all is there, and leaves no lock', async () => {
		const node = path.join(copy, 'node_modules/node/bin/node');
		expect(await outcome(run(SETUP))).toEqual({ code: 0, stdout: node, stderr: '' });
		expect(existsSync(path.join(copy, '.setup.lock'))).toBe(false);
	});

	it('takes over from one that was killed', async () => {
		const gone = spawn(process.execPath, ['-e', '']);
		await outcome(gone);
		write('.setup.lock', String(gone.pid));
		expect(await outcome(run(SETUP))).toMatchObject({ code: 0, stderr: '' });
	});

	it('waits for one that is at work, and says so', async () => {
		const lock = write('.setup.lock', String(process.pid));
		const second = run(SETUP);
		second.stderr.on('data', () => rmSync(lock, { force: true }));
		expect(await outcome(second)).toMatchObject({
			code: 0,
			stderr: `Waiting for another setup in this folder (process ${process.pid}) …\n`
		});
	});

	it('installs, with what the build needs, when a version differs from the lockfile', async () => {
		const account = path.join(copy, 'node_modules/.package-lock.json');
		writeFileSync(account, JSON.stringify({ packages: { 'node_modules/svelte': { version: '0.0.1' } } }));
		const npm = write(
			'npm-cli.js',
			"process.stderr.write(process.argv.slice(2).join(' ') + '\\nno network\\n'); process.exit(7);"
		);
		const ended = await outcome(run(SETUP, { npm_execpath: npm, NODE_ENV: 'production' }));
		expect(ended).toMatchObject({ code: 1, stdout: '' });
		expect(ended.stderr).toBe(
			'Installing packages (the first time only) …\nci --include=dev --no-audit --no-fund\nno network\n\n' +
				'Installing packages (the first time only): failed with exit code 7 (output above).\n'
		);
	});

	it('says in a sentence that the lockfile is missing', async () => {
		rmSync(path.join(copy, 'package-lock.json'));
		const ended = await outcome(run(SETUP));
		expect(ended.code).toBe(1);
		expect(ended.stderr).toBe('package-lock.json is missing or cannot be read: fetch it from the repository again.\n');
	});
});

describe('the fingerprint of the sources', () => {
	const print = async () => {
		const ended: Ended = await outcome(
			run("import { fingerprint } from './fingerprint.mjs'; process.stdout.write(fingerprint());")
		);
		expect(ended.stderr).toBe('');
		return ended.stdout;
	};

	beforeEach(() => {
		for (const name of [
			'package.json',
			'svelte.config.js',
			'tsconfig.json',
			'vite.config.ts',
			'vite.weight.ts',
			'vite.cli.config.ts'
		]) {
			write(name, '');
		}
		write('src/lib/a.ts', 'one');
		write('src/lib/a.spec.ts', 'one');
	});

	it('changes with a byte, a name or a setting of the build, and with nothing else', async () => {
		const before = await print();
		write('src/lib/a.spec.ts', 'two');
		write('src/lib/NOTES.md', 'two');
		expect(await print()).toBe(before);
		write('src/lib/a.ts', 'two');
		const after = await print();
		expect(after).not.toBe(before);
		write('src/lib/a.ts', 'one');
		expect(await print()).toBe(before);
		write('vite.config.ts', 'other');
		expect(await print()).not.toBe(before);
	});
});
