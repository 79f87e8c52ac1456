import type { RecordKind } from '$lib/records';
import type { Row } from './rows';

/** A file to read. */
export interface TableFile {
	path: string;
	/** What messages call the file. */
	name: string;
	/** Told how much of it has been read, 0 to 1. */
	share: (read: number) => void;
}

/** What a file begins with. */
export interface FileStart {
	/** The name that its owner gave it; its ending may lie. */
	name: string;
	bytes: Uint8Array;
	/** The same as text, without blanks before it; null where it is none. */
	text: string | null;
}

/** A record as a file says it, still to be checked, with the line it stands on; or why the line says none. */
export type RecordLine = { line: number } & ({ kind: RecordKind; record: unknown } | { fault: string });

/** The rows of a published list; the kind of record that it is named after tells its table. */
export interface NamedRows {
	kind: RecordKind;
	/** How many; none where the list is empty, and then no header either. */
	count: number;
	rows: AsyncIterable<Row>;
}

/** What a file holds: whole records, several published lists, or the rows of one table whose columns are yet to be told. */
export type Content = { records: AsyncIterable<RecordLine> } | { lists: NamedRows[] } | { rows: AsyncIterable<Row> };

/** What `read.server.ts` of a format exports. */
export interface ReaderModule {
	/** Whether a file is of this format, by what it begins with; `otherwise` where no other format is surer. */
	recognise: (start: FileStart) => boolean | 'otherwise';
	/**
	 * Reads a file, no more of it in memory at a time than the format needs.
	 *
	 * @throws {StartFault} where it is damaged, or larger than fits into memory; while it is read, too
	 */
	read: (file: TableFile) => Content | Promise<Content>;
}
