import { error, type HttpError } from '@sveltejs/kit';

function tooLarge(most: number): HttpError {
	try {
		error(413, `The largest body that is read has ${most.toLocaleString('en-US')} bytes.`);
	} catch (fault) {
		return fault as HttpError;
	}
}

/**
 * A request whose body cannot be read past `most` bytes: whoever reads on gets a 413. The rest is taken off the line, or the sender
 * would never hear why.
 */
export function limitBody(request: Request, most: number): Request {
	const declared = request.headers.get('content-length');
	if (!request.body || (declared !== null && Number(declared) <= most)) return request;
	const source = request.body.getReader();
	let size = Number(declared ?? 0);
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const part = await source.read();
			if (part.done) return controller.close();
			if (declared === null) size += part.value.length;
			if (size <= most) return controller.enqueue(part.value);
			controller.error(tooLarge(most));
			while (!(await source.read()).done);
		},
		cancel: (reason) => source.cancel(reason)
	});
	return new Request(request, { body, duplex: 'half' } as RequestInit);
}
