/** A body that is no form with a file; the message says why. */
export class FormFault extends Error {}

/** A body that ends in the middle. */
export class BrokenOff extends Error {}

/** A file as a form sent it. */
export interface SentFile {
	name: string;
	bytes: AsyncIterable<Uint8Array>;
}

const MOST_HEADERS = 16_384;
const BLANK = Buffer.from('\r\n\r\n');

/** The name of a part and of the file in it; browsers write quotes, and what is not ASCII in UTF-8. */
function namesOf(headers: string): { filename: string | undefined } {
	const [, filename] = /^content-disposition:[^\r\n]*?;\s*filename="((?:[^"\\\r\n]|\\.)*)"/im.exec(headers) ?? [];
	return { filename: filename?.replace(/%22/g, '"').replace(/\\(.)/g, '$1') };
}

/**
 * The first file of a `multipart/form-data` body, as it comes in: no more of it is in memory than two chunks.
 *
 * @throws {FormFault} for a body that is no such form, or holds no file
 * @throws {BrokenOff} for one that ends before its time
 */
export async function fileOf(contentType: string, body: AsyncIterable<Uint8Array>): Promise<SentFile> {
	const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
	const boundary = quoted ?? plain;
	if (!/^multipart\/form-data\b/i.test(contentType) || boundary === undefined)
		throw new FormFault('A form with a file is expected.');
	const mark = Buffer.from(`\r\n--${boundary}`);
	const source = body[Symbol.asyncIterator]();
	// The first boundary stands at the very beginning, without a line break before it.
	let held: Buffer = Buffer.from('\r\n');
	const more = async (): Promise<void> => {
		const next = await source.next();
		if (next.done) throw new BrokenOff();
		held = Buffer.concat([held, next.value]);
	};
	const through = async (what: Buffer, most: number): Promise<Buffer> => {
		for (let at = held.indexOf(what); ; at = held.indexOf(what)) {
			if (at >= 0) {
				const before = held.subarray(0, at);
				held = held.subarray(at + what.length);
				return before;
			}
			if (held.length > most) throw new FormFault('A form with a file is expected.');
			await more();
		}
	};
	await through(mark, MOST_HEADERS);
	for (;;) {
		while (held.length < 2) await more();
		if (held.toString('latin1', 0, 2) === '--') throw new FormFault('Choose a file first.');
		const { filename } = namesOf((await through(BLANK, MOST_HEADERS)).toString('utf8'));
		if (filename !== undefined && filename !== '') {
			return {
				name: filename,
				bytes: (async function* () {
					for (;;) {
						const at = held.indexOf(mark);
						if (at >= 0) {
							if (at > 0) yield held.subarray(0, at);
							held = held.subarray(at);
							// What comes after the file is taken off the line, or the sender would never hear the answer.
							while (!(await source.next()).done);
							return;
						}
						const safe = held.length - mark.length + 1;
						if (safe > 0) {
							yield held.subarray(0, safe);
							held = held.subarray(safe);
						}
						await more();
					}
				})()
			};
		}
		await through(mark, MOST_HEADERS);
	}
}
