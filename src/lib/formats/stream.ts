import type { Written } from './writer';

const CHUNK = 65_536;

/** Parts of text and bytes as bytes, text in chunks of about 64 kB. */
function* chunks(parts: Iterable<string | Uint8Array<ArrayBuffer>>): Generator<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	let text = '';
	for (const part of parts) {
		if (typeof part !== 'string') {
			yield part;
			continue;
		}
		text += part;
		if (text.length < CHUNK) continue;
		yield encoder.encode(text);
		text = '';
	}
	if (text !== '') yield encoder.encode(text);
}

/** True for a file that was made at once. */
function isWhole(file: Written): file is string | Uint8Array<ArrayBuffer> {
	return typeof file === 'string' || file instanceof Uint8Array;
}

/** A file part by part, for one that is written to a disk. */
export function partsOf(file: Written): Iterable<string | Uint8Array<ArrayBuffer>> {
	return isWhole(file) ? [file] : file;
}

/**
 * A file as the body of a response. One in parts is a stream, made as it is read: no more of it is in memory than one part. A reader
 * that goes away ends the iterator; an error in it breaks the transfer, so that a short file never looks whole.
 */
export function bodyOf(file: Written): string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
	if (isWhole(file)) return file;
	const iterator = chunks(file);
	return new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				const next = iterator.next();
				if (next.done) controller.close();
				else controller.enqueue(next.value);
			},
			cancel() {
				iterator.return(undefined);
			}
		},
		{ highWaterMark: 0 }
	);
}
