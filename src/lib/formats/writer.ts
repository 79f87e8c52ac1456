import type { Records } from '$lib/records';
import type { RowOf, Table } from './cell';

/** A table on its way into a file. */
export interface NamedTable<R extends RowOf<R>> extends Table<R> {
	/** What the list is called: the member of its JSON, the name of its sheet. */
	name: string;
	/** What was asked and of which ledger; it stands in every file that has a place for it. */
	about: Record<string, unknown>;
	/** What an address asks of a file for spreadsheets. */
	options?: TableOptions;
}

export interface TableOptions {
	/** Cells as they are, without the guard against formulas: for programs, not for spreadsheets. */
	raw?: boolean;
	/** A byte order mark first: Excel takes the file for another encoding without one. */
	bom?: boolean;
	/** Headers for people instead of column names. */
	labels?: boolean;
}

/** A file: whole where it is made at once, otherwise the parts of it, each made as it is asked for. */
export type Written = string | Uint8Array<ArrayBuffer> | Iterable<string> | Iterable<Uint8Array<ArrayBuffer>>;

/** What a table must keep to where a file of the format has bounds. */
export interface Bounds {
	/** What a sentence calls the file's table. */
	noun: string;
	/** The most rows of a table with so many columns. */
	rows: (columns: number) => number;
	/** The longest cell, in characters; a longer one is cut. */
	cell: number;
}

/** What `write.server.ts` of a format exports. */
export interface WriterModule {
	/**
	 * Writes a table: typed by its columns, null where there is nothing.
	 *
	 * @throws {RangeError} where a number is not finite; in parts, when its part is asked for
	 */
	write: <R extends RowOf<R>>(table: NamedTable<R>) => Written | Promise<Written>;
	/** The bounds of a table, where it has any; the caller keeps to them. */
	bounds?: Bounds;
	/** Writes the whole ledger, every field, as the import reads it back. */
	writeLedger?: (records: Records) => Iterable<string>;
}
