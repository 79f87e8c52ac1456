import { redirect, type RequestEvent } from '@sveltejs/kit';
import { allows } from './accounts/keys';
import { isWrite, mayWrite } from './accounts/origin';
import { callerOf } from './caller';
import { isWriting, written } from './importing/jobs';
import { problem } from './publish/problem';
import type { Settings } from './config/settings';

/** Where people sign in; open while reading is closed. */
const ENTRANCES = /^\/(login|logout|setup\/[^/]+)\/?$/;
const CHALLENGE = { 'www-authenticate': 'Bearer realm="Buildout"' };

/** A 401 that says how to come in. */
export function unauthorised(detail: string): Response {
	return withHeaders(problem(401, detail), CHALLENGE);
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	return response;
}

function fromElsewhere(isData: boolean, origin: string): Response {
	if (isData) {
		return problem(
			403,
			`Nothing was changed: a write comes from a page of ${origin}, or from a program with a key ` +
				'(Authorization: Bearer) and without cookies.'
		);
	}
	return new Response(`This was sent from another site, so nothing was changed. Open ${origin} and try there.\n`, {
		status: 403,
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
}

/** What a write is told while an import of many records holds the database: waiting for it would hold up everybody who reads. */
export const WHILE_IMPORTING =
	'An import is being written at this moment, so nothing was changed. Send it again in a minute.';

/** A 503 for a write that comes while an import is being written. */
export function whileImporting(isData: boolean): Response {
	const type = { 'content-type': 'text/plain; charset=utf-8' };
	const response = isData
		? problem(503, WHILE_IMPORTING)
		: new Response(`${WHILE_IMPORTING}\n`, { status: 503, headers: type });
	return withHeaders(response, { 'retry-after': '30' });
}

/** Sign-ins, passwords and accounts: what is written there waits for an import. */
const OF_ACCOUNTS = /^\/(login|logout|setup|account|users)\b/;
/** These see for themselves that no import is being written: uploads, the closing of accounts, and forms, which first read what was typed. */
const SEES_ITSELF = /^\/(import\/|users\b)|\/(new|edit)\/?$/;
/** How long a write to accounts waits for an import, in milliseconds: less than a request may take. */
export const PATIENCE = 60_000;

/** Has a write to accounts wait, without holding up anybody else, while an import is being written. */
export async function waitForImport({ request, url }: RequestEvent): Promise<void> {
	const { pathname } = url;
	if (isWrite(request.method) && OF_ACCOUNTS.test(pathname) && !SEES_ITSELF.test(pathname)) await written(PATIENCE);
}

/**
 * Says who asks (`locals.caller`, `locals.mayRead`) and stops what may not go on: a write from another site, a key that opens
 * nothing, reading where it is closed. Undefined where the request may go to its route.
 */
export function stopped(event: RequestEvent, isData: boolean, settings: Settings): Response | undefined {
	const { request, locals, url } = event;
	if (!mayWrite(request.method, request.headers, settings.origin)) return fromElsewhere(isData, settings.origin);
	if (isWrite(request.method) && isWriting() && !SEES_ITSELF.test(url.pathname)) return whileImporting(isData);
	// What a script of another site asks first carries neither key nor cookie.
	const caller = request.method === 'OPTIONS' ? null : callerOf(event, settings.origin);
	if (caller === 'unknown') return unauthorised('This key is not known here, or it has ended.');
	locals.caller = caller;
	locals.mayRead = !settings.private || (caller !== null && allows(caller.scopes, 'read'));
	if (locals.mayRead || ENTRANCES.test(url.pathname) || request.method === 'OPTIONS') return undefined;
	if (caller && isWrite(request.method)) return undefined;
	if (caller) return problem(403, 'This key may write but not read.');
	if (isData || url.pathname.startsWith('/answers/')) {
		return unauthorised(
			'This ledger is open to people who sign in, and to programs with a key (Authorization: Bearer).'
		);
	}
	const to = `/login?to=${encodeURIComponent(url.pathname + url.search)}`;
	if (event.isDataRequest) redirect(303, to);
	return new Response(null, { status: 303, headers: { location: to, 'cache-control': 'no-store' } });
}

/** Whether an address shows what one person alone may see. */
export function isPersonal({ url }: RequestEvent): boolean {
	return ENTRANCES.test(url.pathname) || /^\/(account|users|import)\b/.test(url.pathname);
}

/** Keeps what is not for everybody out of every memory but the asker's own. */
export function keepPrivate(event: RequestEvent, response: Response, settings: Settings, isData: boolean): void {
	const { caller } = event.locals;
	if (isPersonal(event)) response.headers.set('cache-control', 'no-store');
	else if (settings.private || (caller && !isData)) response.headers.set('cache-control', 'private, no-cache');
	if (!isData) response.headers.append('vary', 'cookie');
	// Other sites never see the link. (`no-referrer` would have the browser send its form without an origin.)
	if (event.url.pathname.startsWith('/setup/')) response.headers.set('referrer-policy', 'same-origin');
}
