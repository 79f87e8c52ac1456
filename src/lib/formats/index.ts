import { csv } from './csv';
import { json } from './json';
import { ndjson } from './ndjson';
import { parquet } from './parquet';
import { xlsx } from './xlsx';

/**
 * The forms in which the ledger is published, in the order in which menus and sentences name them. Addresses, menus, the page of
 * the data, the exports of the command line and what an import takes all follow this list.
 */
export const FORMATS = [csv, xlsx, parquet, ndjson, json] as const;

type Definition = (typeof FORMATS)[number];

/** A format, by the ending of its addresses and files. */
export type Format = Definition['extension'];

/** One in which every list and record is published, small ones too. */
export type ListFormat = Extract<Definition, { lists: 'all' }>['extension'];

/** The endings of addresses of large tables: deals, and the records as an import reads them back. */
export const TABLE_FORMATS: readonly Format[] = FORMATS.map(({ extension }) => extension);

/** The endings of addresses of every list and record. */
export const LIST_FORMATS: readonly ListFormat[] = FORMATS.flatMap((each) =>
	each.lists === 'all' ? [each.extension] : []
);

/** Those in which the command line exports one table of records, as an import reads it back. */
export const RECORD_FORMATS: readonly Format[] = FORMATS.flatMap((each) => (each.wholeLedger ? [] : [each.extension]));

/** Those in which it exports the whole ledger. */
export const LEDGER_FORMATS: readonly Format[] = FORMATS.flatMap((each) => (each.wholeLedger ? [each.extension] : []));

/** What an import reads. */
export const IMPORTED = FORMATS.filter(isImported);
export type ImportedFormat = (typeof IMPORTED)[number]['extension'];

function isImported(format: Definition): format is Extract<Definition, { reads: readonly [string, ...string[]] }> {
	return format.reads.length > 0;
}

/** Words in a row: "a, b or c". */
function either(words: readonly string[]): string {
	return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
}

/** Formats by the names that people know: "CSV, XLSX or JSON". */
export function namesOf(formats: readonly { label: string }[]): string {
	return either(formats.map(({ label }) => label));
}

/** Formats by the endings of their addresses: ".csv, .xlsx or .json". */
export function endingsOf(formats: readonly Format[]): string {
	return either(formats.map((format) => `.${format}`));
}

/** Whether a text is the ending of addresses of large tables. */
export function isFormat(text: string): text is Format {
	return TABLE_FORMATS.some((format) => format === text);
}

/** Whether an address, or the last part of one, ends like data: no page stands there. */
export function endsLikeData(path: string): boolean {
	return isFormat(path.slice(path.lastIndexOf('.') + 1));
}

/** Whether a text is the ending of addresses of every list. */
export function isListFormat(text: string): text is ListFormat {
	return LIST_FORMATS.some((format) => format === text);
}

/** What is known of each format, by its ending. */
const BY_EXTENSION = new Map<Format, Definition>(FORMATS.map((each) => [each.extension, each]));

/** What is known of a format. */
export function formatOf(extension: Format): Definition {
	return BY_EXTENSION.get(extension)!;
}
