import { gzipSync } from 'node:zlib';
import { currentSnapshot } from '$lib/server/ledger/open';
import { problem } from '$lib/server/http/problem';
import type { RequestHandler } from './$types';

/** Past this many compressed bytes the server answers alone (ARCHITECTURE, the way of a deal). */
const MOST_BYTES = 2_000_000;

/** Past this many deals no snapshot is small enough: not even tried. */
const MOST_DEALS = 20_000;

let made: { revision: number; gzip: Buffer } | undefined;

/** The whole ledger at its newest revision, for answers in the browser. The address with a revision never changes. */
export const GET: RequestHandler = ({ url, request }) => {
	const { revision, records } = currentSnapshot();
	if (made?.revision !== revision && records.deals.length <= MOST_DEALS) {
		made = { revision, gzip: gzipSync(JSON.stringify({ revision, records })) };
	}
	if (made?.revision !== revision || made.gzip.length > MOST_BYTES)
		return problem(413, 'This ledger is too large for a snapshot; the server answers each question.');
	const asked = url.searchParams.get('revision');
	const packed = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
	return new Response(packed ? new Uint8Array(made.gzip) : JSON.stringify({ revision, records }), {
		headers: {
			'content-type': 'application/json',
			'cache-control': asked === String(revision) ? 'public, max-age=31536000, immutable' : 'no-cache',
			vary: 'accept-encoding',
			...(packed && { 'content-encoding': 'gzip' })
		}
	});
};

/** Which revision is the newest, and nothing else: pages that stand open ask now and then. */
export const HEAD: RequestHandler = () =>
	new Response(null, { headers: { 'x-revision': String(currentSnapshot().revision), 'cache-control': 'no-store' } });
