import type { RequestEvent } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import { now } from '../config/clock';

/** Writes a fault to the log, on one line; gives the mark by which it is found there. */
export function logFault(error: unknown, { request, url }: Pick<RequestEvent, 'request' | 'url'>): string {
	const mark = randomBytes(4).toString('hex');
	const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
	const line = cause.replace(/\s*\n\s*/g, ' | ');
	process.stderr.write(`${now()} fault ${mark} ${request.method} ${url.pathname}: ${line}\n`);
	return mark;
}
