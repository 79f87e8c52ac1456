import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { StartFault } from '$lib/server/config/fault';
import type { TableFile } from './reader';

/**
 * Text as it is read, in UTF-8 and nothing else, without the mark that some programs put before it.
 *
 * @throws {StartFault} where the bytes are in another encoding
 */
export async function* textOf({ path, name, share }: TableFile): AsyncGenerator<string> {
	const { size } = await stat(path);
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let read = 0;
	try {
		for await (const bytes of createReadStream(path)) {
			const part = bytes as Buffer;
			read += part.length;
			share(read / size);
			yield decoder.decode(part, { stream: true });
		}
		yield decoder.decode();
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new StartFault(
			`${name}: expected text in UTF-8, got other bytes (Latin-1 or Windows-1252?). Save it as UTF-8.`
		);
	}
}
