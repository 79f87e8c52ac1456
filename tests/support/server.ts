import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The reference dataset as it stood on 23 November 2026: what tests count and draw. `data/` goes on without them. */
export const REFERENCE = path.join(root, 'tests/fixtures/datasets/reference');

export interface ServerOptions {
	/** Dataset folder; without it `REFERENCE`. */
	data?: string;
	/** Database file; without it a new one that is removed at the end. */
	db?: string;
	/** More settings; undefined takes one away. */
	env?: Record<string, string | undefined>;
	/** The working copy whose build is started; without it this one. */
	project?: string;
}

export interface RunningServer {
	/** Scheme, host and port, without a slash at the end. */
	url: string;
	port: number;
	process: ChildProcess;
	/** All that the server has written so far. */
	output(): string;
	/** Ends the server as Ctrl-C does, waits until it is gone and removes what it wrote. */
	stop(): Promise<void>;
}

export interface Ended {
	code: number | null;
	stdout: string;
	stderr: string;
}

/**
 * Starts the production build on a free port, with a database of its own, as `npm start` does after its setup.
 *
 * @throws when the server ends instead of serving, with what it wrote
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const folder = mkdtempSync(path.join(tmpdir(), 'buildout-'));
	const port = Number(options.env?.['PORT'] ?? (await freePort()));
	const child = launch({ ...options, db: options.db ?? path.join(folder, 'test.db') }, port);
	let output = '';
	const closed = once(child, 'close');
	await new Promise<void>((resolve, reject) => {
		child.stdout?.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			if (/^Buildout is on /m.test(output)) resolve();
		});
		child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
		child.on('close', (code) => reject(new Error(`The server ended with exit code ${code}:\n${output}`)));
	});
	return {
		url: `http://localhost:${port}`,
		port,
		process: child,
		output: () => output,
		async stop() {
			child.kill('SIGTERM');
			await closed;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Starts the production build where it is expected to refuse, and waits for its end. */
export async function startRefused(options: ServerOptions = {}): Promise<Ended> {
	const folder = mkdtempSync(path.join(tmpdir(), 'buildout-'));
	const port = Number(options.env?.['PORT'] ?? (await freePort()));
	const child = launch({ ...options, db: options.db ?? path.join(folder, 'test.db') }, port);
	const ended = await outcome(child);
	rmSync(folder, { recursive: true, force: true });
	return ended;
}

/** Collects what a process writes until it ends. */
export async function outcome(child: ChildProcess): Promise<Ended> {
	let stdout = '';
	let stderr = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		// A server that was expected to refuse and did not would keep the test waiting for ever.
		if (/^Buildout is on /m.test(stdout)) child.kill('SIGTERM');
	});
	child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	const [code] = (await once(child, 'close')) as [number | null];
	return { code, stdout, stderr };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

function launch({ data, db, env, project }: ServerOptions, port: number): ChildProcess {
	return spawn(process.execPath, ['src/server/main.mjs'], {
		cwd: project ?? root,
		env: {
			...process.env,
			NODE_ENV: 'production',
			HOST: undefined,
			ORIGIN: undefined,
			BUILDOUT_DATA: data ?? REFERENCE,
			BUILDOUT_DB: db,
			PORT: String(port),
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
}
