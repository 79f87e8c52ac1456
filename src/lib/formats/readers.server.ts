import { open } from 'node:fs/promises';
import { StartFault } from '$lib/server/config/fault';
import { IMPORTED, namesOf, type ImportedFormat } from './index';
import { hasMark } from './marks';
import type { FileStart, ReaderModule } from './reader';

const MODULES = import.meta.glob<ReaderModule>('./*/read.server.ts');

/** What reads a format. */
export async function readerOf(format: ImportedFormat): Promise<ReaderModule> {
	const load = MODULES[`./${format}/read.server.ts`];
	if (!load) throw new Error(`The format ${format} has no lib/formats/${format}/read.server.ts.`);
	return load();
}

const START_BYTES = 65_536;

/** What files of other programs begin with, and what to do with them. */
const OTHERS: [bytes: number[], what: string, advice: string][] = [
	[[0xd0, 0xcf, 0x11, 0xe0], 'an old or a protected Office file', 'Save it as XLSX without a password, or as CSV'],
	[[0x1f, 0x8b], 'a gzip archive', 'Unpack it first'],
	[[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive', 'Unpack it first'],
	[[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Copy its table into a spreadsheet and save that as CSV'],
	[[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a SQLite database', 'Save its table as CSV'],
	[[0xff, 0xfe], 'text in UTF-16', 'Save it as CSV in UTF-8'],
	[[0xfe, 0xff], 'text in UTF-16', 'Save it as CSV in UTF-8']
];

async function startOf(path: string, name: string): Promise<FileStart> {
	const file = await open(path);
	try {
		const start = new Uint8Array(START_BYTES);
		const bytes = start.subarray(0, (await file.read(start, 0, START_BYTES, 0)).bytesRead);
		return { name, bytes, text: bytes.includes(0) ? null : new TextDecoder().decode(bytes).trimStart() };
	} finally {
		await file.close();
	}
}

/** The format that a file begins like: the surest one, in the order of the list. */
async function recognised(start: FileStart): Promise<ImportedFormat | undefined> {
	let otherwise: ImportedFormat | undefined;
	for (const { extension } of IMPORTED) {
		const answer = (await readerOf(extension)).recognise(start);
		if (answer === true) return extension;
		if (answer === 'otherwise') otherwise ??= extension;
	}
	return otherwise;
}

/**
 * Tells the format of a file by what it begins with; where that does not decide, a reader may ask for its name.
 *
 * @throws {StartFault} for what is none of them, with what to do about it
 */
export async function recogniseFile(path: string, name: string): Promise<ImportedFormat> {
	const start = await startOf(path, name);
	const taken = `${name}: expected ${namesOf(IMPORTED)}`;
	if (start.bytes.length === 0) throw new StartFault(`${taken}, got an empty file.`);
	for (const [mark, what, advice] of OTHERS) {
		if (hasMark(start.bytes, mark)) throw new StartFault(`${taken}, got ${what}. ${advice}.`);
	}
	const format = await recognised(start);
	if (!format) throw new StartFault(`${taken}, got bytes that are no text.`);
	return format;
}
