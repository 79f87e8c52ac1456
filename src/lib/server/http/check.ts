import { redirect, type RequestEvent } from '@sveltejs/kit';
import { mayUse } from '../accounts/keys';
import { isWrite, mayWrite } from '../accounts/origin';
import { principalOf } from '../accounts/principal';
import { isSignedIn, signInAddress } from '../accounts/require';
import type { Settings } from '../config/settings';
import { isWriting, waitForImport } from '../importing/jobs';
import type { Policy } from './policy';
import { problem } from './problem';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="Buildout"' };
const PLAIN_TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** A 401 that says how to come in. */
export function unauthorised(detail: string): Response {
	return withHeaders(problem(401, detail), CHALLENGE);
}

/** What a part of a page is told where reading is closed to whoever asks. */
export const READING_IS_CLOSED =
	'This ledger is open to people who sign in, and to programs with a key (Authorization: Bearer).';

function withHeaders(response: Response, headers: Record<string, string>): Response {
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	return response;
}

/** A 403 for a write that another site sent. */
function refuseOrigin({ answers }: Policy, origin: string): Response {
	if (answers === 'data') {
		return problem(
			403,
			`Nothing was changed: a write comes from a page of ${origin}, or from a program with a key ` +
				'(Authorization: Bearer) and without cookies.'
		);
	}
	return new Response(`This was sent from another site, so nothing was changed. Open ${origin} and try there.\n`, {
		status: 403,
		headers: PLAIN_TEXT
	});
}

/** What a write is told while an import of many records holds the database: waiting for it would hold up everybody who reads. */
export const WHILE_IMPORTING =
	'An import is being written at this moment, so nothing was changed. Send it again in a minute.';

/** A 503 for a write that comes while an import is being written. */
export function whileImporting({ answers }: Pick<Policy, 'answers'>): Response {
	const response =
		answers === 'data'
			? problem(503, WHILE_IMPORTING)
			: new Response(`${WHILE_IMPORTING}\n`, { status: 503, headers: PLAIN_TEXT });
	return withHeaders(response, { 'retry-after': '30' });
}

/** How long a write to accounts waits for an import, in milliseconds: less than a request may take. */
export const PATIENCE = 60_000;

/**
 * Says who asks (`locals.principal`, `locals.mayRead`).
 *
 * @returns a 401 where a key was sent that opens nothing: it is never taken for a reader without one
 */
function identify({ request, locals, cookies }: RequestEvent, settings: Settings): Response | undefined {
	// What a script of another site asks first carries neither key nor cookie.
	const found = request.method === 'OPTIONS' ? null : principalOf({ request, cookies }, settings.origin);
	if (found === 'unknown') return unauthorised('This key is not known here, or it has ended.');
	locals.principal = found;
	locals.mayRead = !settings.private || (found !== null && mayUse(found.scopes, 'read'));
	return undefined;
}

/** Where a person who may not read yet is led, and what a program is told. */
function closed({ url, isDataRequest, locals }: RequestEvent, { answers }: Policy): Response {
	if (locals.principal) return problem(403, 'This key may write but not read.');
	if (answers !== 'page') return unauthorised(READING_IS_CLOSED);
	const to = `/login?to=${encodeURIComponent(url.pathname + url.search)}`;
	if (isDataRequest) redirect(303, to);
	return new Response(null, { status: 303, headers: { location: to, 'cache-control': 'no-store' } });
}

/**
 * Checks a request by the policy of its route: a write from another site, a key that opens nothing, reading where it is closed, a
 * write while an import holds the database.
 *
 * @returns the answer that stops it; undefined where it may go to its route
 * @throws a redirect to the sign-in where the route is for people who have signed in
 */
export async function checkRequest(
	event: RequestEvent,
	policy: Policy,
	settings: Settings
): Promise<Response | undefined> {
	const { request, locals, url } = event;
	const writes = isWrite(request.method);
	if (writes && policy.whileImporting === 'wait') await waitForImport(PATIENCE);
	if (!mayWrite(request.method, request.headers, settings.origin)) return refuseOrigin(policy, settings.origin);
	if (writes && policy.whileImporting !== 'route' && isWriting()) return whileImporting(policy);
	const unknown = identify(event, settings);
	if (unknown || request.method === 'OPTIONS') return unknown;
	// A key that may only write does not read, and still writes.
	const readsOnlyIfOpen = policy.read !== 'anyone' && !(writes && locals.principal);
	if (readsOnlyIfOpen && !locals.mayRead) return closed(event, policy);
	if ((writes ? policy.write : policy.read) !== 'people' || isSignedIn(locals)) return undefined;
	const to = signInAddress(url);
	// Kit turns what is thrown into the form in which its own code, and no other program, asked.
	if (event.isDataRequest || request.headers.get('x-sveltekit-action') === 'true') redirect(303, to);
	return new Response(null, { status: 303, headers: { location: to } });
}
