import { json, redirect } from '@sveltejs/kit';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { requireSignIn } from '$lib/server/accounts/require';
import { receive, TooLarge, TooMany } from '$lib/server/importing/jobs';
import { BrokenOff, fileOf, FormFault } from '$lib/server/importing/multipart';
import { problem, type ProblemStatus } from '$lib/server/http/problem';
import type { RequestHandler } from './$types';

/** Why a file is not taken in; a body that broke off ends as Kit's own 413, or as an error of its stream. */
function refusal(error: unknown): [ProblemStatus, string] {
	if (error instanceof BrokenOff) return [400, 'broken'];
	if (error instanceof FormFault) return [400, 'form'];
	if (error instanceof TooMany) return [409, 'many'];
	if (typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ENOSPC') return [503, 'full'];
	const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
	return error instanceof TooLarge || status === 413 ? [413, 'large'] : [400, 'broken'];
}

/** Takes the rest of a body off the line, or the sender would never hear the answer. */
async function takeOff(body: Readable | null): Promise<void> {
	if (!body || body.destroyed) return;
	try {
		const rest = body[Symbol.asyncIterator]();
		while (!(await rest.next()).done);
	} catch {
		// It broke off: nobody hears the answer.
	}
}

const SAID: Record<string, string> = {
	form: 'A file is expected: send it as the body, or in a form.',
	many: 'You have five imports waiting. Write or throw away one of them first.',
	large: 'The file is larger than is taken in here.',
	full: 'The disk of the server is full.',
	broken: 'The file broke off on its way. Send it again.'
};

/**
 * Takes a file in as it comes, as the body (`?name=` says what it is called) or in a form, up to the setting IMPORT_SIZE_LIMIT. A
 * form is led to the import, a program is told where it is.
 */
export const POST: RequestHandler = async (event) => {
	const { id } = requireSignIn(event);
	const { request, url, locals } = event;
	const type = request.headers.get('content-type') ?? '';
	const isForm = /^multipart\//i.test(type);
	const body = request.body && Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
	let href: string;
	try {
		if (!body) throw new FormFault();
		const file = isForm ? await fileOf(type, body) : { name: url.searchParams.get('name') ?? '', bytes: body };
		const job = await receive(id, file, locals.importSizeLimit);
		href = `/import/${job.id}`;
	} catch (error) {
		const [status, why] = refusal(error);
		await takeOff(body);
		if (isForm) redirect(303, `/import?not=${why}`);
		return problem(status, SAID[why] ?? '');
	}
	if (isForm) redirect(303, href);
	return json({ href }, { status: 201, headers: { location: href } });
};
