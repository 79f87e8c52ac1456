import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type ServerOptions } from './server';

interface Coverage {
	result: { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }[];
}

/** How often each function of the server was called, by its name; a name that several functions have is summed. */
export type Calls = Map<string, number>;

/**
 * Starts the production build, lets `ask` ask it, ends it, and tells how often each of its functions was called meanwhile, its start
 * included. The engine counts (NODE_V8_COVERAGE); the build is the one that people run.
 *
 * @param ask is given the address of the server
 */
export async function callsWhile(ask: (url: string) => Promise<void>, options: ServerOptions = {}): Promise<Calls> {
	const folder = mkdtempSync(path.join(tmpdir(), 'buildout-calls-'));
	try {
		const server = await startServer({ ...options, env: { ...options.env, NODE_V8_COVERAGE: folder } });
		try {
			await ask(server.url);
		} finally {
			await server.stop();
		}
		const calls: Calls = new Map();
		for (const file of readdirSync(folder)) {
			const { result } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Coverage;
			const own = result.filter(({ url }) => url.includes('/build/server/'));
			for (const { functionName, ranges } of own.flatMap(({ functions }) => functions))
				calls.set(functionName, (calls.get(functionName) ?? 0) + (ranges[0]?.count ?? 0));
		}
		return calls;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
