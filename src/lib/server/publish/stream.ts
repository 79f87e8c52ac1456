const CHUNK = 65_536;

/**
 * Text as a stream of UTF-8, made as it is read: no more of it is in memory than a chunk of about 64 kB. A reader that goes
 * away ends the iterator; an error in it breaks the transfer, so that a short file never looks whole.
 */
export function textStream(parts: Iterable<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return byteStream(
		(function* () {
			let text = '';
			for (const part of parts) {
				text += part;
				if (text.length < CHUNK) continue;
				yield encoder.encode(text);
				text = '';
			}
			if (text !== '') yield encoder.encode(text);
		})()
	);
}

/** Bytes as a stream, one part at a time, on the same terms as `textStream`. */
export function byteStream(parts: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
	const iterator = parts[Symbol.iterator]();
	return new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				const next = iterator.next();
				if (next.done) controller.close();
				else controller.enqueue(next.value);
			},
			cancel() {
				iterator.return?.();
			}
		},
		{ highWaterMark: 0 }
	);
}
