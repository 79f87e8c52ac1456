import { createHash } from 'node:crypto';
import type { RecordKind } from '$lib/records';
import type { RequestEvent, RequestHandler } from '@sveltejs/kit';
import { mayUse } from '../accounts/keys';
import type { Principal } from '../accounts/principal';
import { instant } from '../config/clock';
import { unauthorised, whileImporting } from '../http/check';
import { isWriting } from '../importing/jobs';
import { openedStore } from '../ledger/open';
import { problem } from '../http/problem';
import type { KeptAnswer } from '../store/answers';
import { isBusy } from '../store/busy';
import { MOST_RECORD_BYTES, readJson } from './body';
import { BASE, baseOf, readBatch, type Operation, type WriteMethod } from './operation';
import type { Refusals } from './plan';
import { rehearse, write, type Outcome } from './write';

/** Operations that one batch may hold; its size is bounded by the setting BODY_SIZE_LIMIT, too. */
const MOST_OPERATIONS = 10_000;
const JSON_TYPES = ['application/json'];
const PATCH_TYPES = ['application/merge-patch+json', 'application/json'];

/** How a write is to be done, from its address and headers. */
interface Manner {
	dryRun: boolean;
	why: string | null;
	idempotencyKey: string | null;
}

/** Whoever may write, or the answer that says why they may not. */
function writer({ locals }: RequestEvent): Principal | Response {
	const { principal } = locals;
	if (!principal) return unauthorised('A write needs a key (Authorization: Bearer), or somebody who is signed in.');
	return mayUse(principal.scopes, 'write') ? principal : problem(403, 'This key may read but not write.');
}

function mannerOf({ url, request }: RequestEvent): Manner | Response {
	const faults: { field: string; got: string; message: string }[] = [];
	const bad = (field: string, message: string, got: string) =>
		void faults.push({ field, got: got.slice(0, 60), message });
	for (const name of new Set(url.searchParams.keys())) {
		const values = url.searchParams.getAll(name);
		if (name !== 'dry_run' && name !== 'why')
			bad(name, `${name.slice(0, 60)}: a write takes dry_run and why.`, values[0] ?? '');
		else if (values.length > 1) bad(name, `${name}: expected once.`, values.join(', '));
	}
	const dry = url.searchParams.get('dry_run') ?? '';
	if (!['', '0', '1'].includes(dry)) bad('dry_run', 'dry_run: expected 1 or 0.', dry);
	const why = url.searchParams.get('why')?.trim() ?? '';
	if (why.length > 500 || /\p{Cc}/u.test(why)) bad('why', 'why: expected a line of at most 500 characters.', why);
	const idempotencyKey = request.headers.get('idempotency-key');
	if (idempotencyKey !== null && !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey))
		bad('idempotency-key', 'Idempotency-Key: expected 1 to 200 visible characters.', idempotencyKey);
	if (faults.length > 0) return problem(400, faults.map(({ message }) => message).join(' '), { errors: faults });
	return { dryRun: dry === '1', why: why || null, idempotencyKey };
}

function refusalResponse({ refusals, more: others = 0 }: Refusals, single: boolean): Response {
	const [first] = refusals;
	if (!first) throw new RangeError('A refusal was given without a reason.');
	const { status, detail, errors, more } = first;
	if (single || first.operation === null) return problem(status, detail, { ...more, ...(errors && { errors }) });
	const operations = refusals.map(({ more: also, ...each }) => ({ ...each, ...also }));
	const rest = others > 0 ? ` ${others.toLocaleString('en-US')} more operations fail than are listed.` : '';
	return problem(status, `Nothing was written. Operation ${first.operation}: ${detail}${rest}`, { operations });
}

type Reply = Omit<KeptAnswer, 'request_hash'>;

/** The answer to a write that was done or rehearsed; of a single one its record stands at the top. */
function replyTo(outcome: Outcome, method: WriteMethod, single: boolean, dryRun: boolean): Reply {
	const { revision, records, totals } = outcome;
	const [only] = records;
	const members = single ? { revision, ...only } : { revision, records };
	const headers: Reply['headers'] = { 'content-type': 'application/json', 'cache-control': 'no-store' };
	if (single && only?.record_revision) headers['etag'] = `"${only.record_revision}"`;
	const added = single && method === 'POST' && !dryRun;
	if (added && only) headers['location'] = only.href;
	const body = JSON.stringify({ ...(dryRun && { dry_run: true }), ...members, ...(totals && { totals }) }) + '\n';
	return { status: added ? 201 : 200, headers, body };
}

function send({ status, headers, body }: Reply): Response {
	return new Response(body, { status, headers });
}

/** What was asked, in 64 characters: the same key with another request is a mistake. */
function digestOf({ request, url }: RequestEvent, body: string): string {
	const parts = [request.method, url.pathname + url.search, request.headers.get('if-match') ?? '', body];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function replayed(principal: Principal, key: string, digest: string): Response | undefined {
	const kept = openedStore().answers.find(principal.id, key);
	if (!kept) return undefined;
	if (kept.request_hash !== digest)
		return problem(422, 'This Idempotency-Key was used for another request; nothing was written.');
	return send({ ...kept, headers: { ...kept.headers, 'idempotency-replayed': 'true' } });
}

/** Does what was asked, once: the answer is kept in the transaction of the write itself, so that there is never one without the other. */
function perform(
	event: RequestEvent,
	operations: readonly Operation[],
	asked: { principal: Principal; manner: Manner; body: string; method: WriteMethod; single: boolean }
): Response {
	const { principal, manner, method, single } = asked;
	if (manner.dryRun) {
		const outcome = rehearse(operations, event.locals.today);
		return 'refusals' in outcome ? refusalResponse(outcome, single) : send(replyTo(outcome, method, single, true));
	}
	// It may have begun while the body came in.
	if (isWriting()) return whileImporting({ answers: 'data' });
	const key = manner.idempotencyKey;
	const digest = digestOf(event, asked.body);
	const work = () => {
		const before = key === null ? undefined : replayed(principal, key, digest);
		if (before) return before;
		const outcome = write(operations, { who: principal.signature, why: manner.why });
		if ('refusals' in outcome) return refusalResponse(outcome, single);
		const reply = replyTo(outcome, method, single, false);
		if (key !== null) openedStore().answers.keep(principal.id, key, { request_hash: digest, ...reply }, instant());
		return send(reply);
	};
	try {
		return openedStore().atomically(work);
	} catch (error) {
		if (!isBusy(error)) throw error;
		return problem(503, 'Another program is writing to the ledger, so nothing was changed. Send it again in a minute.');
	}
}

async function handle(event: RequestEvent, method: WriteMethod, kind: RecordKind): Promise<Response> {
	const { format, slug = null } = event.params;
	if (format !== 'json') {
		const response = problem(405, `${event.url.pathname} is only read: write to the same address with .json.`);
		response.headers.set('allow', 'GET, HEAD');
		return response;
	}
	const principal = writer(event);
	if (principal instanceof Response) return principal;
	const manner = mannerOf(event);
	if (manner instanceof Response) return manner;
	const base = baseOf(event.request.headers.get('if-match'));
	if (Number.isNaN(base)) return problem(400, `If-Match: expected ${BASE}.`);
	const types = method === 'PATCH' ? PATCH_TYPES : JSON_TYPES;
	const body =
		method === 'DELETE' ? { text: '', value: undefined } : await readJson(event.request, types, MOST_RECORD_BYTES);
	if (body instanceof Response) return body;
	const operation = { method, kind, slug, base, body: body.value };
	return perform(event, [operation], { principal, manner, body: body.text, method, single: true });
}

/** The methods that write one record of a kind, at its own address. */
export function recordWrites(kind: RecordKind): Record<WriteMethod, RequestHandler> {
	return {
		POST: (event) => handle(event, 'POST', kind),
		PUT: (event) => handle(event, 'PUT', kind),
		PATCH: (event) => handle(event, 'PATCH', kind),
		DELETE: (event) => handle(event, 'DELETE', kind)
	};
}

/** The method that adds a record to a list. */
export function listWrites(kind: RecordKind): Pick<Record<WriteMethod, RequestHandler>, 'POST'> {
	return { POST: (event) => handle(event, 'POST', kind) };
}

/** Many writes as one revision, all or none. The size of the body is bounded by the setting alone. */
export function batchWrites(): Pick<Record<WriteMethod, RequestHandler>, 'POST'> {
	return {
		POST: async (event) => {
			const principal = writer(event);
			if (principal instanceof Response) return principal;
			const manner = mannerOf(event);
			if (manner instanceof Response) return manner;
			const body = await readJson(event.request, JSON_TYPES, Infinity);
			if (body instanceof Response) return body;
			const batch = readBatch(body.value, MOST_OPERATIONS);
			if ('faults' in batch)
				return problem(422, 'The batch cannot be read; nothing was written.', { errors: batch.faults });
			return perform(event, batch.operations, { principal, manner, body: body.text, method: 'POST', single: false });
		}
	};
}
