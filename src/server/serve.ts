import compression from 'compression';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tagCodings } from './codings.ts';
import { readSettings, type Settings } from '../lib/server/config/settings.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** Slow or idle clients are let go after these many milliseconds; a large file may take an hour to come in. */
const HEADERS_TIMEOUT = 20_000;
const REQUEST_TIMEOUT = 120_000;
const UPLOAD_TIMEOUT = 3_600_000;
const KEEP_ALIVE_TIMEOUT = 10_000;
/** What the names of the adapter's own settings begin with (svelte.config.js). */
const ADAPTER_PREFIX = 'BUILDOUT_ADAPTER_';
/** How long requests under way may take to finish once the server is told to stop. */
const SHUTDOWN_GRACE = 5_000;

/**
 * Starts the site: settings, then the built app (which opens the database and loads the dataset), then the port. What
 * goes wrong on the way ends the process with its sentences on stderr and exit code 1.
 *
 * @param load brings the built app's request handler; its import does the loading
 */
export async function serve(load: () => Promise<{ handler: Handler }>): Promise<void> {
	try {
		const settings = readSettings(process.env);
		await Promise.all((await listen(settings, () => {})).map(close));
		// The adapter reads these while it loads. It lets in what the largest body may have; the app bounds each route.
		const forAdapter = {
			ORIGIN: settings.origin,
			BODY_SIZE_LIMIT: String(Math.max(settings.bodySizeLimit, settings.importSizeLimit)),
			ADDRESS_HEADER: settings.addressHeader ?? '',
			XFF_DEPTH: String(settings.proxies)
		};
		for (const [name, value] of Object.entries(forAdapter)) process.env[ADAPTER_PREFIX + name] = value;
		const { handler } = await load();
		const servers = await listen(settings, (request, response) => answer(handler, request, response));
		stopOnSignal(servers);
		process.stdout.write(`Buildout is on ${settings.origin}\n`);
	} catch (fault) {
		process.stderr.write(`${sentenceFor(fault)}\n`);
		process.exit(1);
	}
}

/** Pages and tables go out compressed; built files are compressed at build time and left alone here. */
const compress = compression() as unknown as (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void;

function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): void {
	endWhenSlow(request, response);
	tagCodings(request, response);
	const run = async () => {
		await new Promise<void>((resolve) => compress(request, response, resolve));
		await handler(request, response, () => response.writeHead(404).end());
	};
	run().catch((fault: unknown) => {
		process.stderr.write(`${request.method} ${request.url}: ${fault instanceof Error ? fault.stack : fault}\n`);
		if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
		response.end('Something went wrong on the server.\n');
	});
}

/**
 * Answers a request whose body is not whole after two minutes with a 408, as the server itself does later. A route that takes large
 * files in calls `allowLongBody`, and has the time that the server allows.
 */
function endWhenSlow(request: IncomingMessage, response: ServerResponse): void {
	if (request.complete || /^(GET|HEAD)$/.test(request.method ?? '')) return;
	const timer = setTimeout(() => {
		if (!response.headersSent) response.writeHead(408, { connection: 'close' }).end();
		request.destroy();
	}, REQUEST_TIMEOUT);
	const stop = () => clearTimeout(timer);
	response.once('close', stop);
	Object.assign(request, { allowLongBody: stop });
}

/**
 * `localhost` is 127.0.0.1 to one program and ::1 to the next, so the default host listens on both where there are both.
 */
async function listen(
	settings: Settings,
	onRequest: (request: IncomingMessage, response: ServerResponse) => void
): Promise<Server[]> {
	const hosts = /^(127\.0\.0\.1|localhost)$/.test(settings.host) ? ['127.0.0.1', '::1'] : [settings.host];
	const servers: Server[] = [];
	for (const host of hosts) {
		const server = createServer(
			{ headersTimeout: HEADERS_TIMEOUT, requestTimeout: UPLOAD_TIMEOUT, keepAliveTimeout: KEEP_ALIVE_TIMEOUT },
			onRequest
		);
		try {
			await new Promise<void>((resolve, reject) => {
				server.once('error', reject).listen(settings.port, host, resolve);
			});
			servers.push(server);
		} catch (fault) {
			const absent = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(fault) ?? '');
			if (absent && host === '::1') continue;
			throw new Error(listenSentence(codeOf(fault), host, settings.port), { cause: fault });
		}
	}
	return servers;
}

function listenSentence(code: string | undefined, host: string, port: number): string {
	switch (code) {
		case 'EADDRINUSE':
			return `Port ${port} on ${host} is taken by another program: stop it, or choose another port with PORT=${port === 65_535 ? 3000 : port + 1}.`;
		case 'EACCES':
			return `This user may not use port ${port}: choose one above 1023 with PORT.`;
		case 'ENOTFOUND':
		case 'EADDRNOTAVAIL':
			return `HOST: ${JSON.stringify(host)} is no address of this machine.`;
		default:
			return `Cannot listen on port ${port} of ${host} (${code ?? 'unknown reason'}).`;
	}
}

function stopOnSignal(servers: Server[]): void {
	let stopping = false;
	const stop = async (reason: string) => {
		if (stopping) return;
		stopping = true;
		const grace = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), SHUTDOWN_GRACE);
		await Promise.all(servers.map(close));
		clearTimeout(grace);
		// The built app closes its database on this event, as it does under the adapter's own server.
		(process as NodeJS.EventEmitter).emit('sveltekit:shutdown', reason);
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
	// The starting process holds the other end: when it is killed outright, the server does not stay behind.
	process.on('disconnect', () => void stop('disconnect'));
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
	});
}

function sentenceFor(fault: unknown): string {
	if (!(fault instanceof Error)) return `Buildout could not start: ${String(fault)}`;
	// The built app carries its own copy of the class, so the name decides.
	return fault.name === 'StartFault' || fault.cause ? fault.message : `Buildout could not start: ${fault.message}`;
}

function codeOf(fault: unknown): string | undefined {
	return fault instanceof Error ? (fault as NodeJS.ErrnoException).code : undefined;
}
