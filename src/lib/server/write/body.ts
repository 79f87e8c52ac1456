import { problem } from '../publish/problem';

/** A record has at most so many bytes; a batch as many as the settings let in. */
export const MOST_RECORD_BYTES = 1024 * 1024;

/** A body as it was sent, and what it says. */
export interface Body {
	text: string;
	value: unknown;
}

/** The bytes of a body; null past the limit. All of it is taken off the line either way, or the sender would never hear why. */
async function bytesOf(request: Request, most: number): Promise<Uint8Array | null> {
	const parts: Uint8Array[] = [];
	let size = 0;
	const reader = request.body?.getReader();
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		size += part.value.length;
		if (size > most) parts.length = 0;
		else parts.push(part.value);
	}
	return size > most ? null : Buffer.concat(parts);
}

/** Reads the JSON that a request carries, or says why it cannot be read: 415, 413 or 400. */
export async function readJson(request: Request, types: readonly string[], most: number): Promise<Body | Response> {
	const [type = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
	if (!types.includes(type.trim())) {
		return problem(415, `The body is expected as ${types.join(' or ')}, got ${type.trim() || 'no content type'}.`);
	}
	const bytes = await bytesOf(request, most);
	if (!bytes) return problem(413, `The largest body that is read here has ${most.toLocaleString('en-US')} bytes.`);
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { text, value: JSON.parse(text) as unknown };
	} catch (error) {
		const why = error instanceof SyntaxError ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'it is not UTF-8';
		return problem(400, `The body cannot be read as JSON: ${why}.`);
	}
}
