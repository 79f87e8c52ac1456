import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { freePort, root } from '../support/server';

const folder = mkdtempSync(path.join(tmpdir(), 'buildout-life-'));

const groups = new Set<number>();

// A test that fails half way leaves its processes behind.
afterEach(() => {
	for (const group of groups) if (isLeft(group)) process.kill(-group, 'SIGKILL');
	groups.clear();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
	npm: ChildProcess;
	/** The process group of npm and all that it started. */
	group: number;
	port: number;
	output: string;
}

/** Runs `npm start` as a person does, and waits until it says where the page is. */
async function npmStart(): Promise<Started> {
	const port = await freePort();
	const npm = spawn('npm', ['start'], {
		cwd: root,
		detached: true,
		env: {
			...process.env,
			HOST: undefined,
			ORIGIN: undefined,
			PORT: String(port),
			BUILDOUT_DATA: path.join(root, 'tests/vectors/small/dataset'),
			BUILDOUT_DB: path.join(folder, 'life.db')
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const started: Started = { npm, group: npm.pid ?? 0, port, output: '' };
	groups.add(started.group);
	await new Promise<void>((resolve, reject) => {
		for (const stream of [npm.stdout, npm.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => {
				started.output += text;
				if (started.output.includes(`Buildout is on http://localhost:${port}\n`)) resolve();
			});
		}
		npm.on('close', () => reject(new Error(`npm start ended:\n${started.output}`)));
	});
	return started;
}

/** Whether any process of the group is left. */
function isLeft(group: number): boolean {
	try {
		process.kill(-group, 0);
		return true;
	} catch {
		return false;
	}
}

describe('npm start', () => {
	it('does nothing but serve when all is there, on localhost, 127.0.0.1 and [::1] alike', async () => {
		const { npm, port, output } = await npmStart();
		expect(output).not.toMatch(/Installing|Fetching|Building/);
		for (const host of ['localhost', '127.0.0.1', '[::1]']) {
			const response = await fetch(`http://${host}:${port}/`);
			expect(response.status).toBe(200);
			await response.text();
		}
		npm.kill('SIGTERM');
		await once(npm, 'close');
	});

	it.each<[string, (started: Started) => void]>([
		['SIGTERM to npm itself', ({ npm }) => npm.kill('SIGTERM')],
		['SIGINT to npm itself', ({ npm }) => npm.kill('SIGINT')],
		['Ctrl-C, which reaches every process', ({ group }) => process.kill(-group, 'SIGINT')]
	])('closes cleanly and leaves no process after %s', async (_what, stop) => {
		const started = await npmStart();
		// A connection that is kept open must not hold the end up.
		await (await fetch(`http://localhost:${started.port}/`)).text();
		stop(started);
		const [code] = await once(started.npm, 'close');
		expect(code).toBe(0);
		expect(isLeft(started.group)).toBe(false);
		await expect(fetch(`http://localhost:${started.port}/`)).rejects.toThrow();
	});
});
