import { building } from '$app/environment';
import { alike } from '$lib/shared/suggest';
import { BEGIN, STANDS } from '$lib/app/suggestions';
import { TABLE_FORMATS } from '$lib/formats';
import { firstLink, LINK_HOLDS } from '$lib/server/accounts/users';
import { instant, now, today } from '$lib/server/config/clock';
import { bounded } from '$lib/server/bounded';
import { isPersonal, keepPrivate, stopped, waitForImport } from '$lib/server/gate';
import { closeImports, openImports } from '$lib/server/importing/jobs';
import { closeLedger, currentSnapshot, openedStore } from '$lib/server/ledger/open';
import { prepareLedger } from '$lib/server/writing/prepare';
import { problem, type ProblemStatus } from '$lib/server/publish/problem';
import { readSettings, type Settings } from '$lib/server/config/settings';
import { addressWords } from '$lib/view/addressWords';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';

const DATA_ADDRESS = new RegExp(`\\.(${TABLE_FORMATS.join('|')})$`);
const UPLOAD = /^\/import\/upload\/?$/;
const ROUTER_DATA = /\/__data\.json$/;

const OUR_FAULT = 'Something went wrong on the server; the fault is written to its log.';

const SECURITY_HEADERS = {
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=()',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-content-type-options': 'nosniff'
};

/** Public data may be read by a page of any site: without cookies, and only read. */
const OPEN_TO_READERS = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'content-disposition, etag, x-total-rows'
};

/** How many records that diverge are named at start; their number is always given. */
const DIVERGED_NAMED = 5;

let settings: Settings;

/** The largest body of any request but an upload. Read late: while the app loads, Kit's own reader is told what an upload may have. */
let mostBytes: number | undefined;

/** Runs once, before the first request and before the port is opened; what it throws stops the start. */
export const init: ServerInit = () => {
	if (building) return;
	settings = readSettings(process.env);
	const { revision, unchanged, added, changed, removed, diverged } = prepareLedger(settings);
	openImports(settings.db);
	const news = added + changed + removed > 0 ? `${added} added, ${changed} changed, ${removed} removed` : 'nothing new';
	process.stdout.write(
		`Dataset ${settings.data}: ${unchanged + added + changed} records, ${news}; revision ${revision}.\n`
	);
	if (diverged.length > 0) {
		const names = diverged.slice(0, DIVERGED_NAMED).map(({ kind, key }) => `${kind} ${key}`);
		process.stdout.write(
			`Edited here and kept, though the dataset differs: ${diverged.length} (${names.join(', ')}).\n`
		);
	}
	const token = firstLink(openedStore().accounts, instant());
	if (token !== null) {
		process.stdout.write(
			`Nobody can sign in yet. Make the first account within ${LINK_HOLDS / 3_600_000} hours: ${settings.origin}/setup/${token}\n`
		);
	}
	// Sent by the server once its last request is answered.
	(process as NodeJS.EventEmitter).once('sveltekit:shutdown', () => {
		closeImports();
		closeLedger();
	});
};

export const handle: Handle = async ({ event, resolve }) => {
	const isData = DATA_ADDRESS.test(event.url.pathname) && !ROUTER_DATA.test(event.url.pathname);
	event.locals.today = today(settings);
	event.locals.origin = settings.origin;
	event.locals.caller = null;
	event.locals.mayRead = false;
	event.locals.importSizeLimit = settings.importSizeLimit;
	mostBytes ??= readSettings(process.env).bodySizeLimit;
	if (!UPLOAD.test(event.url.pathname)) event.request = bounded(event.request, mostBytes);
	await waitForImport(event);
	const response = gated(event, isData) ?? (await answer(event, isData, resolve));
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	keepPrivate(event, response, settings, isData);
	if (isData && !settings.private && !isPersonal(event) && ['GET', 'HEAD', 'OPTIONS'].includes(event.request.method)) {
		for (const [name, value] of Object.entries(OPEN_TO_READERS)) response.headers.set(name, value);
	}
	return response;
};

/** What stops a request; a fault on the way there is told as data where data was asked for. */
function gated(event: RequestEvent, isData: boolean): Response | undefined {
	try {
		return stopped(event, isData, settings);
	} catch (error) {
		if (!isData) throw error;
		note(error, event);
		return problem(500, OUR_FAULT);
	}
}

async function answer(
	event: RequestEvent,
	isData: boolean,
	resolve: Parameters<Handle>[0]['resolve']
): Promise<Response> {
	if (isData && event.request.method === 'OPTIONS') {
		return new Response(null, {
			status: 204,
			headers: { 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': 'if-none-match' }
		});
	}
	// The letters first: what is read stands in them sooner, by a quarter of a second on a phone's network; the code waits its turn.
	const response = await resolve(event, { preload: ({ type }) => type === 'font' });
	const explains = response.headers.get('content-type')?.startsWith('application/problem+json');
	return isData && response.status >= 400 && !explains ? asProblem(response, event) : response;
}

/** Whoever asks a data address gets data back when it fails too (RFC 9457), never the page meant for people. */
function asProblem({ status, headers }: Response, { url, request }: RequestEvent): Response {
	const answers: [ProblemStatus, string] =
		status === 404
			? [404, `There is no data at ${url.pathname}.`]
			: status === 413
				? [413, `The largest body that is read has ${(mostBytes ?? 0).toLocaleString('en-US')} bytes.`]
				: status === 405
					? [405, `${url.pathname} does not take ${request.method}.`]
					: status < 500
						? [400, `${url.pathname} cannot be answered as asked.`]
						: [500, OUR_FAULT];
	const response = problem(...answers);
	const allow = headers.get('allow');
	if (allow) response.headers.set('allow', allow);
	return response;
}

/** Writes a fault to the log; gives the mark by which it is found there. */
function note(error: unknown, event: RequestEvent): string {
	const mark = randomBytes(4).toString('hex');
	const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
	const line = cause.replace(/\s*\n\s*/g, ' | ');
	process.stderr.write(`${now()} fault ${mark} ${event.request.method} ${event.url.pathname}: ${line}\n`);
	return mark;
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) {
		const words = addressWords(event.url.pathname);
		const near = event.locals.mayRead ? alike(currentSnapshot().book, words) : [];
		return { message: 'There is no page at this address.', words, near, ways: BEGIN };
	}
	if (status < 500) return { message, ways: BEGIN };
	const mark = note(error, event);
	return { message: `Something went wrong on our side and was written down, under the mark ${mark}.`, ways: STANDS };
};
