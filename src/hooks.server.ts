import { building } from '$app/environment';
import { mayWrite } from '$lib/server/access/origin';
import { now, today } from '$lib/server/clock';
import { readSettings, type Settings } from '$lib/server/settings';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';

const DATA_ADDRESS = /\.(json|csv|ndjson|xlsx|parquet)$/;
const ROUTER_DATA = /\/__data\.json$/;

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

let settings: Settings;

/** Runs once, before the first request and before the port is opened; what it throws stops the start. */
export const init: ServerInit = () => {
	if (building) return;
	settings = readSettings(process.env);
};

export const handle: Handle = async ({ event, resolve }) => {
	const isData = DATA_ADDRESS.test(event.url.pathname) && !ROUTER_DATA.test(event.url.pathname);
	event.locals.today = today(settings);
	const response = await answer(event, isData, resolve);
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	if (isData && ['GET', 'HEAD', 'OPTIONS'].includes(event.request.method)) {
		for (const [name, value] of Object.entries(OPEN_TO_READERS)) response.headers.set(name, value);
	}
	return response;
};

async function answer(
	event: RequestEvent,
	isData: boolean,
	resolve: Parameters<Handle>[0]['resolve']
): Promise<Response> {
	const { method, headers } = event.request;
	if (!mayWrite(method, headers, settings.origin)) {
		return new Response(
			`This was sent from another site, so nothing was changed. Open ${settings.origin} and try there.\n`,
			{
				status: 403,
				headers: { 'content-type': 'text/plain; charset=utf-8' }
			}
		);
	}
	if (isData && method === 'OPTIONS') {
		return new Response(null, {
			status: 204,
			headers: { 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': 'if-none-match' }
		});
	}
	const response = await resolve(event);
	const explains = response.headers.get('content-type')?.startsWith('application/problem+json');
	return isData && response.status >= 400 && !explains ? asProblem(response, event) : response;
}

/** Whoever asks a data address gets data back when it fails too (RFC 9457), never the page meant for people. */
function asProblem(response: Response, { url, request }: RequestEvent): Response {
	const [title, detail] =
		response.status === 404
			? ['Not found', `There is no data at ${url.pathname}.`]
			: response.status === 405
				? ['Method not allowed', `${url.pathname} does not take ${request.method}.`]
				: response.status < 500
					? ['The request was not understood', `${url.pathname} cannot be answered as asked.`]
					: ['Something went wrong on the server', 'The fault is written to the server log.'];
	const allow = response.headers.get('allow');
	return new Response(JSON.stringify({ type: 'about:blank', title, status: response.status, detail }), {
		status: response.status,
		headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...(allow && { allow }) }
	});
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: 'There is no page at this address.' };
	if (status < 500) return { message };
	const mark = randomBytes(4).toString('hex');
	const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`${now()} fault ${mark} ${event.request.method} ${event.url.pathname}: ${cause}\n`);
	return { message: `Something went wrong on our side. If it happens again, report it with the mark ${mark}.` };
};
