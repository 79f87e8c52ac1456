import type { Handle, RequestEvent } from '@sveltejs/kit';
import { today } from '../config/clock';
import type { Settings } from '../config/settings';
import { limitBody } from '../http/body-limit';
import { checkRequest } from '../http/check';
import { logFault } from '../http/log';
import { policyOf, type Policy } from '../http/policy';
import { problem, type ProblemStatus } from '../http/problem';
import { startSettings } from './init';

type Resolve = Parameters<Handle>[0]['resolve'];

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

/** The link that makes an account stands in its own address, which no other site may see. */
const SECRET_ADDRESS = '/(account)/(entrance)/setup/[token]';

export const handle: Handle = async ({ event, resolve }) => {
	const settings = startSettings();
	const policy = policyOf(event.route.id, event.url.pathname);
	event.locals.today = today(settings);
	event.locals.origin = settings.origin;
	event.locals.principal = null;
	event.locals.mayRead = false;
	event.locals.importSizeLimit = settings.importSizeLimit;
	if (policy.body === 'bodySizeLimit') event.request = limitBody(event.request, settings.bodySizeLimit);
	else event.platform?.req.allowLongBody?.();
	const response = (await refusalOf(event, policy, settings)) ?? (await answer(event, policy, settings, resolve));
	setHeaders(response, event, policy, settings);
	return response;
};

/** What stops a request; a fault on the way there is told as data where data was asked for. */
async function refusalOf(event: RequestEvent, policy: Policy, settings: Settings): Promise<Response | undefined> {
	try {
		return await checkRequest(event, policy, settings);
	} catch (error) {
		if (policy.answers !== 'data') throw error;
		logFault(error, event);
		return problem(500, OUR_FAULT);
	}
}

async function answer(event: RequestEvent, policy: Policy, settings: Settings, resolve: Resolve): Promise<Response> {
	const isData = policy.answers === 'data';
	if (isData && event.request.method === 'OPTIONS') {
		return new Response(null, {
			status: 204,
			headers: { 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': 'if-none-match' }
		});
	}
	// Preload fonts, not scripts: text is final about 250 ms sooner on a slow phone.
	const response = await resolve(event, { preload: ({ type }) => type === 'font' });
	const explains = response.headers.get('content-type')?.startsWith('application/problem+json');
	return isData && response.status >= 400 && !explains ? asProblem(response, event, settings) : response;
}

/** Whoever asks a data address gets data back when it fails too (RFC 9457), never the page meant for people. */
function asProblem({ status, headers }: Response, { url, request }: RequestEvent, settings: Settings): Response {
	const answers: [ProblemStatus, string] =
		status === 404
			? [404, `There is no data at ${url.pathname}.`]
			: status === 413
				? [413, `The largest body that is read has ${settings.bodySizeLimit.toLocaleString('en-US')} bytes.`]
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

/** Says who may keep the answer and which other sites may read it, besides what every answer says. */
function setHeaders(response: Response, event: RequestEvent, policy: Policy, settings: Settings): void {
	const { headers } = response;
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
	// (`no-referrer` would have the browser send its form without an origin.)
	if (event.route.id === SECRET_ADDRESS) headers.set('referrer-policy', 'same-origin');
	const isPersonal = policy.cache === 'personal' && event.locals.principal !== null;
	if (policy.cache === 'never') headers.set('cache-control', 'no-store');
	else if (settings.private || isPersonal) headers.set('cache-control', 'private, no-cache');
	if (policy.answers !== 'data') headers.append('vary', 'cookie');
	const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(event.request.method);
	if (policy.answers === 'data' && !settings.private && isRead)
		for (const [name, value] of Object.entries(OPEN_TO_READERS)) headers.set(name, value);
}
