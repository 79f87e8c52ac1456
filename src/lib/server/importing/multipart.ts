import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';

/** A body that is no form with a file; the message says why. */
export class FormFault extends Error {}

/** A body that ends in the middle. */
export class BrokenOff extends Error {}

/** A file as a form sent it. */
export interface SentFile {
	name: string;
	bytes: AsyncIterable<Uint8Array>;
}

/** What may stand in a form besides the file. */
const LIMITS = { headerSize: 16_384, headerPairs: 100, fieldSize: 16_384, fields: 100, parts: 100 };

function parserFor(contentType: string): BusboyInstance {
	try {
		if (!/^multipart\/form-data\b/i.test(contentType)) throw new FormFault();
		return new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS, preservePath: true });
	} catch (error) {
		throw new FormFault('A form with a file is expected.', { cause: error });
	}
}

/** Browsers write the quotation marks of a name as `%22`. */
function nameIn(filename: string): string {
	return filename.replaceAll('%22', '"');
}

/** The way of one body through the parser: it goes on as fast as the file in it is read. */
class Feed {
	/** What went wrong on the way, with the body or with the form in it. */
	fault: unknown;
	#parser: BusboyInstance;
	#file: BusboyFileStream | undefined;
	/** Lets the chunk that is on its way go: nobody takes more of the file. */
	#release: () => void = () => undefined;

	constructor(parser: BusboyInstance) {
		this.#parser = parser;
	}

	/** The first file; the parser is not asked for anything after it. */
	take(file: BusboyFileStream): void {
		this.#file = file;
		file.once('close', () => this.#release());
	}

	#write(chunk: Uint8Array): Promise<void> {
		return new Promise((resolve) => {
			this.#release = resolve;
			this.#parser.write(chunk, () => resolve());
		});
	}

	/**
	 * Takes the whole body off the line, or the sender would never hear the answer; it stops where the file is let go before its end.
	 * The body itself is never ended here: whoever stops may have to take the rest of it.
	 */
	async run(source: AsyncIterator<Uint8Array>): Promise<void> {
		try {
			for (let next = await source.next(); !next.done; next = await source.next()) {
				const ended = this.#file?.closed ?? false;
				if (ended && !this.#file?.readableEnded) return;
				if (!ended) await this.#write(next.value);
			}
			this.#parser.end();
		} catch (error) {
			this.fault = error;
			this.#file?.destroy();
			this.#parser.destroy(error as Error);
		}
	}
}

/**
 * The first file of a `multipart/form-data` body, as it comes in: no more of it is in memory than a few chunks.
 *
 * @throws {FormFault} for a body that is no such form, or holds no file
 * @throws {BrokenOff} for one that ends before its time
 */
export function fileOf(contentType: string, body: AsyncIterable<Uint8Array>): Promise<SentFile> {
	return new Promise((resolve, reject) => {
		const parser = parserFor(contentType);
		const feed = new Feed(parser);
		let taken = false;
		parser.on('file', (_, stream, filename) => {
			// A field that was left empty sends a file without a name.
			if (taken || filename === undefined || filename === '') {
				stream.on('error', () => undefined).resume();
				return;
			}
			taken = true;
			feed.take(stream);
			resolve({ name: nameIn(filename), bytes: bytesOf(stream) });
		});
		parser.on('finish', () => reject(new FormFault('Choose a file first.')));
		parser.on('error', () => reject(feed.fault ?? new BrokenOff()));
		const done = feed.run(body[Symbol.asyncIterator]());

		async function* bytesOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
			try {
				for await (const chunk of stream) yield chunk as Buffer;
			} catch {
				throw feed.fault ?? new BrokenOff();
			}
			await done;
			if (feed.fault !== undefined) throw feed.fault;
		}
	});
}
