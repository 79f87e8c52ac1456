import { open } from 'node:fs/promises';
import { StartFault } from '../../config/fault';

/** The forms of a file that an import reads. */
export const IMPORT_FORMATS = ['csv', 'xlsx', 'parquet', 'ndjson', 'json'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What `IMPORT_FORMATS` are called. */
export const FORMAT_NAMES: Record<ImportFormat, string> = {
	csv: 'CSV',
	xlsx: 'XLSX',
	parquet: 'Parquet',
	ndjson: 'NDJSON',
	json: 'JSON'
};

const TAKEN = 'expected CSV, XLSX, Parquet, NDJSON or JSON';
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

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
	return mark.every((byte, i) => bytes[i] === byte);
}

/** JSON on lines of their own, or one document; by its second line, for a document begins a line with `{` once only. */
function jsonOf(text: string, name: string): 'json' | 'ndjson' {
	const [first = '', second] = text.split('\n').filter((line) => line.trim() !== '');
	if (text.startsWith('[')) return 'json';
	if (second?.startsWith('{') && first.trimEnd().endsWith('}')) return 'ndjson';
	return /\.(ndjson|jsonl)$/i.test(name) ? 'ndjson' : 'json';
}

/**
 * Tells the form of a file by what it begins with; between JSON and its lines the name decides where the content does not.
 *
 * @throws {StartFault} for what is none of them, with what to do about it
 */
export async function formatOf(path: string, name: string): Promise<ImportFormat> {
	const file = await open(path);
	let bytes: Uint8Array;
	try {
		const start = new Uint8Array(START_BYTES);
		bytes = start.subarray(0, (await file.read(start, 0, START_BYTES, 0)).bytesRead);
	} finally {
		await file.close();
	}
	if (bytes.length === 0) throw new StartFault(`${name}: ${TAKEN}, got an empty file.`);
	if (begins(bytes, [0x50, 0x4b])) return 'xlsx';
	if (begins(bytes, [0x50, 0x41, 0x52, 0x31])) return 'parquet';
	for (const [mark, what, advice] of OTHERS) {
		if (begins(bytes, mark)) throw new StartFault(`${name}: ${TAKEN}, got ${what}. ${advice}.`);
	}
	if (bytes.includes(0)) throw new StartFault(`${name}: ${TAKEN}, got bytes that are no text.`);
	const text = new TextDecoder().decode(bytes).trimStart();
	return /^[[{]/.test(text) ? jsonOf(text, name) : 'csv';
}
