import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** What is wrong with an archive: a sentence says it. */
export class ZipFault extends Error {}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of an archive has a fixed part and a comment of at most so many bytes. */
const MOST_END = 22 + 65_535;
const MOST_DIRECTORY = 4 * 1024 * 1024;
/** Parts of an archive; a workbook has some dozens. */
const MOST_PARTS = 5_000;
const DEFLATED = 8;

interface Entry {
	name: string;
	deflated: boolean;
	/** Bytes as packed, and where the header before them stands. */
	packed: number;
	at: number;
}

type Read = (from: number, length: number) => Promise<Buffer>;

async function directory(read: Read, size: number): Promise<Entry[]> {
	const tail = await read(Math.max(0, size - MOST_END), Math.min(size, MOST_END));
	let end = tail.length - 22;
	while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
	if (end < 0) throw new ZipFault('its end is missing: was the whole file sent?');
	const [count, length, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
	if (from + length > size || length > MOST_DIRECTORY) throw new ZipFault('its list of parts is damaged');
	if (count > MOST_PARTS) throw new ZipFault(`it has more than ${MOST_PARTS.toLocaleString('en-US')} parts`);
	const list = await read(from, length);
	const entries: Entry[] = [];
	for (let at = 0; entries.length < count;) {
		if (at + 46 > list.length || list.readUInt32LE(at) !== ENTRY) throw new ZipFault('its list of parts is damaged');
		const names = list.readUInt16LE(at + 28);
		entries.push({
			name: list.toString('utf8', at + 46, at + 46 + names),
			deflated: list.readUInt16LE(at + 10) === DEFLATED,
			packed: list.readUInt32LE(at + 20),
			at: list.readUInt32LE(at + 42)
		});
		at += 46 + names + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
	}
	// Parts that share their bytes would be unpacked again and again.
	if (entries.reduce((bytes, { packed }) => bytes + packed, 0) > size)
		throw new ZipFault('its parts are larger than the archive');
	return entries;
}

/** How many bytes a part really unpacks to; what the archive says of itself may be a lie. */
async function unpacked(
	path: string,
	read: Read,
	{ deflated, packed, at, name }: Entry,
	most: number
): Promise<number> {
	const head = await read(at, 30);
	if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw new ZipFault(`its part ${name} is damaged`);
	const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
	if (!deflated || packed === 0) return packed;
	let bytes = 0;
	const counter = new Writable({
		write(part: Buffer, _, done) {
			bytes += part.length;
			done(bytes > most ? new ZipFault('too large') : null);
		}
	});
	try {
		await pipeline(createReadStream(path, { start, end: start + packed - 1 }), createInflateRaw(), counter);
	} catch (error) {
		if (error instanceof ZipFault) return bytes;
		throw new ZipFault(`its part ${name} is damaged`, { cause: error });
	}
	return bytes;
}

/**
 * The names of what is in a zip archive, unless it unpacks to more than `most` bytes together: then null. Every part is unpacked
 * to see it, and thrown away.
 *
 * @throws {ZipFault} where it is none, or damaged
 */
export async function zipNames(path: string, most: number): Promise<string[] | null> {
	const file = await open(path);
	try {
		const { size } = await file.stat();
		const read: Read = async (from, length) => {
			const buffer = Buffer.alloc(length);
			return buffer.subarray(0, (await file.read(buffer, 0, length, from)).bytesRead);
		};
		const entries = await directory(read, size);
		let total = 0;
		for (const entry of entries) {
			total += await unpacked(path, read, entry, most - total);
			if (total > most) return null;
		}
		return entries.map(({ name }) => name);
	} finally {
		await file.close();
	}
}
