import { nearestMatches } from '$lib/records/typed/fuzzy-match';
import type { ViewFault } from '$lib/view';

/** A record that may be what was meant. */
export interface NearRecord {
	slug: string;
	href: string;
	title: string;
}

const TITLES = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	409: 'Conflict',
	412: 'Precondition Failed',
	413: 'Content Too Large',
	415: 'Unsupported Media Type',
	422: 'Unprocessable Content',
	428: 'Precondition Required',
	500: 'Internal Server Error',
	503: 'Service Unavailable'
} as const;
export type ProblemStatus = keyof typeof TITLES;

/** An answer that says what failed, in the form of RFC 9457. `detail` is a sentence for people; `more` adds members. */
export function problem(status: ProblemStatus, detail: string, more: Record<string, unknown> = {}): Response {
	const body = { type: 'about:blank', title: TITLES[status], status, detail, ...more };
	return new Response(JSON.stringify(body) + '\n', {
		status,
		headers: {
			'content-type': 'application/problem+json',
			'cache-control': 'no-cache',
			'x-content-type-options': 'nosniff'
		}
	});
}

/** 400: every fault of the address with its field, what it got, a sentence and the choices. */
export function badAddress(faults: readonly ViewFault[]): Response {
	return problem(400, faults.map((fault) => fault.message).join(' '), { errors: faults });
}

/** The records most like a slug that names none, with their addresses below `path` (`/deals`). */
export function nearRecords(
	slug: string,
	path: string,
	records: Iterable<{ slug: string; title: string }>
): NearRecord[] {
	return nearestMatches(slug, records, (each) => [each.slug, each.title]).map((each) => ({
		slug: each.slug,
		href: `${path}/${each.slug}`,
		title: each.title
	}));
}

/** 404: no such record, and which ones are like it. `what` names the kind, as in "deal". */
export function noSuchRecord(what: string, nearest: readonly NearRecord[]): Response {
	const hint = nearest[0] ? ` The nearest is ${nearest[0].slug}.` : '';
	return problem(404, `There is no such ${what}.${hint}`, { near: nearest });
}
