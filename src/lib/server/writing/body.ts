import { problem } from '../http/problem';

/** A record has at most so many bytes; a batch as many as the settings let in. */
export const MOST_RECORD_BYTES = 1024 * 1024;

/** Lists and groups within each other: no record has more than eight. What walks through a body would run out of room far later. */
const MOST_DEPTH = 64;

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

/** Whether JSON is nested deeper than is read, told without going into it. */
function isDeep(text: string): boolean {
	let depth = 0;
	let quoted = false;
	for (let i = 0; i < text.length; i++) {
		const character = text[i];
		if (character === '"') quoted = !quoted;
		else if (quoted && character === '\\') i++;
		else if (quoted) continue;
		else if (character === '[' || character === '{') depth++;
		else if (character === ']' || character === '}') depth--;
		if (depth > MOST_DEPTH) return true;
	}
	return false;
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
		if (isDeep(text)) return problem(400, `The body is nested deeper than the ${MOST_DEPTH} levels that are read.`);
		return { text, value: JSON.parse(text) as unknown };
	} catch (error) {
		const why = error instanceof SyntaxError ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'it is not UTF-8';
		return problem(400, `The body cannot be read as JSON: ${why}.`);
	}
}
