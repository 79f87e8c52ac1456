import type { IncomingMessage, ServerResponse } from 'node:http';

/** The content codings in which `compression` sends an answer, the one it prefers first. */
const CODINGS = ['br', 'gzip', 'deflate', 'identity'];

/** The codings that a request accepts, with how much (RFC 9110, 12.5.3), of those that answers are sent in. */
function acceptedCodings(header: string | undefined): Map<string, number> {
	const asked = new Map(
		(header ?? '').split(',').map((each): [string, number] => {
			const [name = '', ...parameters] = each.toLowerCase().split(';');
			const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
			return [name.trim(), quality === undefined ? 1 : Number(quality)];
		})
	);
	const others = asked.get('*');
	const accepted = CODINGS.map((name): [string, number] => [
		name,
		asked.get(name) ?? others ?? (name === 'identity' ? Number.MIN_VALUE : 0)
	]);
	return new Map(accepted.filter(([, quality]) => quality > 0));
}

const TAG = /(?:W\/)?"[^"]*"|\*/g;
const CODED = /^"(.*)-(br|gzip|deflate)"$/;

/** What the coding adds to the ETag of an answer. */
function codedTag(tag: string, coding: string): string {
	return coding === 'identity' ? tag : `${tag.slice(0, -1)}-${coding}"`;
}

/**
 * Gives every content coding of an answer an ETag of its own, and every answer that may be coded its `Vary`: the application knows one
 * ETag, of the answer as it is. Called before `compression` is, so that it sees what that decides.
 *
 * A tag that the asker sends (If-None-Match) goes to the application without its coding, where the asker accepts that coding; else it
 * names other bytes than the ones that would be sent, and is left out.
 */
export function tagCodings(request: IncomingMessage, response: ServerResponse): void {
	if (request.method !== 'GET' && request.method !== 'HEAD') return;
	const accepted = acceptedCodings(request.headers['accept-encoding']);
	/** The tags as the asker sent them, by those that the application is asked for. */
	const sent = new Map<string, string>();
	const known = request.headers['if-none-match'];
	if (known !== undefined) {
		const tags = (known.match(TAG) ?? []).flatMap((tag) => {
			const strong = tag.replace(/^W\//, '');
			const [, name, coding] = CODED.exec(strong) ?? [];
			if (name === undefined || coding === undefined) return [tag];
			if (!accepted.has(coding)) return [];
			sent.set(`"${name}"`, strong);
			return [`"${name}"`];
		});
		request.headers['if-none-match'] = tags.join(', ');
		if (tags.length === 0) delete request.headers['if-none-match'];
	}
	const writeHead = response.writeHead.bind(response);
	// What `compression` lays around this has decided by then, and has set the headers that were passed.
	response.writeHead = ((...given: Parameters<typeof writeHead>) => {
		tagHead(request, response, accepted, sent);
		return writeHead(...given);
	}) as typeof response.writeHead;
}

function tagHead(
	{ method }: IncomingMessage,
	response: ServerResponse,
	accepted: ReadonlyMap<string, number>,
	sent: ReadonlyMap<string, string>
): void {
	const tag = response.getHeader('etag');
	if (typeof tag !== 'string' || !tag.startsWith('"')) return;
	const vary = response.getHeader('vary');
	const mayBeCoded = /accept-encoding/i.test(String(vary ?? ''));
	if (response.statusCode === 304) {
		response.setHeader('etag', sent.get(tag) ?? tag);
		if (!mayBeCoded) response.setHeader('vary', [vary ?? [], 'Accept-Encoding'].flat().join(', '));
		return;
	}
	const coding = response.getHeader('content-encoding');
	if (typeof coding === 'string') response.setHeader('etag', codedTag(tag, coding));
	// HEAD is told of the coding that GET would have.
	else if (mayBeCoded && method === 'HEAD') {
		const [best = 'identity'] = [...accepted].sort(([, a], [, b]) => b - a).map(([name]) => name);
		response.setHeader('etag', codedTag(tag, best));
	}
}
