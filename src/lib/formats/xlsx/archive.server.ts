import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** What is wrong with an archive: a sentence says it. */
export class ZipFault extends Error {}

/** Parts of an archive; a workbook has some dozens. */
const MOST_PARTS = 5_000;

function nameOf({ fileNameRaw }: Entry): string {
	return fileNameRaw.toString('utf8');
}

/** Opens an archive without looking at its parts. Their sizes and names are told by us, in words of our own. */
async function openArchive(path: string): Promise<ZipFile> {
	try {
		return await openPromise(path, {
			autoClose: false,
			lazyEntries: true,
			decodeStrings: false,
			validateEntrySizes: false
		});
	} catch (error) {
		throw new ZipFault('its end is missing: was the whole file sent?', { cause: error });
	}
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
	if (zip.entryCount > MOST_PARTS) throw new ZipFault(`it has more than ${MOST_PARTS.toLocaleString('en-US')} parts`);
	const entries: Entry[] = [];
	try {
		for await (const entry of zip.eachEntry()) entries.push(entry);
	} catch (error) {
		throw new ZipFault('its list of parts is damaged', { cause: error });
	}
	// Parts that share their bytes would be unpacked again and again.
	if (entries.reduce((bytes, { compressedSize }) => bytes + compressedSize, 0) > zip.fileSize)
		throw new ZipFault('its parts are larger than the archive');
	return entries;
}

/** How many bytes a part really unpacks to, at least where they are more than `most`; what the archive says of itself may be a lie. */
async function unpackedBytes(zip: ZipFile, entry: Entry, most: number): Promise<number> {
	let bytes = 0;
	const counter = new Writable({
		write(part: Buffer, _, done) {
			bytes += part.length;
			done(bytes > most ? new ZipFault('too large') : null);
		}
	});
	try {
		await pipeline(await zip.openReadStreamPromise(entry), counter);
	} catch (error) {
		if (bytes > most) return bytes;
		throw new ZipFault(`its part ${nameOf(entry)} is damaged`, { cause: error });
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
	const zip = await openArchive(path);
	try {
		const entries = await entriesOf(zip);
		let total = 0;
		for (const entry of entries) {
			total += await unpackedBytes(zip, entry, most - total);
			if (total > most) return null;
		}
		return entries.map(nameOf);
	} finally {
		zip.close();
	}
}
