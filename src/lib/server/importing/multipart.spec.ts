import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { BrokenOff, fileOf, FormFault } from './multipart';

const TYPE = 'multipart/form-data; boundary=----mark';
const FILE = 'a,b\r\n1,2\r\n--\r\n----mar\r\n'.repeat(40);

function part(headers: string, content: string): string {
	return `------mark\r\n${headers}\r\n\r\n${content}\r\n`;
}
const field = part('Content-Disposition: form-data; name="note"', 'hello');
const filePart = (name: string, content = FILE) =>
	part(`Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv`, content);
const END = '------mark--\r\n';

/** A body in chunks of so many bytes; `broken` ends it with an error. */
function bodyOf(text: string, size = 1_000, broken?: Error): Readable {
	const bytes = Buffer.from(text);
	return Readable.from(
		(function* () {
			for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
			if (broken) throw broken;
		})()
	);
}

async function sent(body: AsyncIterable<Uint8Array>, type = TYPE): Promise<[name: string, text: string]> {
	const { name, bytes } = await fileOf(type, body);
	const chunks: Uint8Array[] = [];
	for await (const chunk of bytes) chunks.push(chunk);
	return [name, Buffer.concat(chunks).toString()];
}

describe('a form with a file', () => {
	it.each([1, 7, 64, 100_000])('gives its first file whole, in chunks of %d bytes', async (size) => {
		const form = field + filePart('by form.csv') + filePart('second.csv', 'x') + field + END;
		expect(await sent(bodyOf(form, size))).toEqual(['by form.csv', FILE]);
	});

	it.each([
		['Zürich 数据.csv', 'Zürich 数据.csv'],
		['a %22b%22.csv', 'a "b".csv'],
		['C:\\\\tables\\\\a.csv', 'C:\\tables\\a.csv']
	])('keeps the name %s', async (written, name) => {
		expect((await sent(bodyOf(filePart(written) + END)))[0]).toBe(name);
	});

	it('takes an empty file, and the next one where a field was left empty', async () => {
		expect(await sent(bodyOf(filePart('', '') + filePart('none.csv', '') + END))).toEqual(['none.csv', '']);
	});

	it('reads no more of the body than is taken of the file', async () => {
		let made = 0;
		const body = Readable.from(
			(function* () {
				yield Buffer.from(filePart('long.csv', 'x').slice(0, -3));
				for (; made < 10_000; made++) yield Buffer.alloc(65_536, 'x');
				yield Buffer.from(`\r\n${END}`);
			})()
		);
		const { bytes } = await fileOf(TYPE, body);
		const iterator = bytes[Symbol.asyncIterator]();
		await iterator.next();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(made).toBeLessThan(50);
		await iterator.return?.();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect([made < 50, body.destroyed]).toEqual([true, false]);
		// The rest is still there for whoever has to take it off the line.
		const rest = body[Symbol.asyncIterator]();
		while (!((await rest.next()) as IteratorResult<unknown>).done);
		expect(made).toBe(10_000);
	});
});

describe('what is none', () => {
	it.each([
		['another type', 'text/csv', FILE, 'A form with a file is expected.'],
		['no boundary', 'multipart/form-data', FILE, 'A form with a file is expected.'],
		['no file', TYPE, field + END, 'Choose a file first.'],
		['a field left empty', TYPE, filePart('', '') + END, 'Choose a file first.']
	])('%s', async (_, type, text, says) => {
		const got = await sent(bodyOf(text), type).catch((error: unknown) => error);
		expect([got instanceof FormFault, (got as Error).message]).toEqual([true, says]);
	});

	it.each([
		['before the file', field.slice(0, 60)],
		['in the headers of the file', filePart('a.csv').slice(0, 40)],
		['in the file', filePart('a.csv').slice(0, -30)],
		['without a form', 'a,b\r\n1,2\r\n'],
		['at once', '']
	])('a body that breaks off %s', async (_, text) => {
		await expect(sent(bodyOf(text))).rejects.toBeInstanceOf(BrokenOff);
	});

	it('hands on what went wrong with the body itself', async () => {
		const large = Object.assign(new Error('Content-length exceeds limit'), { status: 413 });
		for (const text of [field, field + filePart('a.csv').slice(0, -30), filePart('a.csv') + field])
			await expect(sent(bodyOf(text, 100, large))).rejects.toBe(large);
	});
});
