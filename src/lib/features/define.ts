import type { Cell, RowOf } from '$lib/formats/cell';
import type { Book } from '$lib/ledger/book';
import type { Column } from '$lib/ledger/columns';
import type { RecordKind } from '$lib/records';
import type { View, ViewContext } from '$lib/view';
import type { RevisionRow, recordChangeRow } from './history/answer';

/** The headings of the menu, in their order. */
export const MENU = ['The count', 'What may come', 'The mood', 'The record'] as const;

/** A page, or a part of one that is asked by itself. Light: every page of the site carries the whole list. */
export interface Page {
	/** Its address, with the parameters of its route; null for what only stands on another page. */
	path: string | null;
	/** Where the menu lists it; `first` stands in the bar itself. */
	menu?: { group: (typeof MENU)[number]; text: string; first?: boolean };
	/** What its address defaults to, beyond what the ledger decides. */
	defaults?: Partial<ViewContext>;
	/** Fetches the pure function that answers it, now or in turns. `slug` is the last part of the address; undefined: there is no such record. */
	answer?: () => Promise<(book: Book, view: View, slug: string) => unknown>;
	/** The kind of record that it shows one of. */
	record?: RecordKind;
	/** It shows texts that somebody wrote into records: what they name is looked up. */
	prose?: true;
	/** What somebody who is lost is told of it: the words of the link, and what stands after them. */
	suggestion?: { title: string; says: string };
}

/** Where a table is published, without the ending. Light, like `Page`: columns and rows stand in the `table.ts` of the feature. */
export interface TableAddress {
	/** How the foot of every page calls it; absent where it is not listed there. */
	menu?: string;
	/** Whether it is published in the formats of large tables too, and not of lists only. */
	large?: boolean;
	/** How somebody who is lost is told of it. */
	suggestion?: string;
}

/** The history of the ledger, as the server tells it to the tables of history. */
export interface RecordedHistory {
	/** Writes up to a revision, the newest first, from one place on. */
	revisions: (last: number, from: number, count: number) => Iterable<RevisionRow>;
	/** What became of one record up to a revision, the newest first; empty where the ledger never knew it. */
	ofRecord: (kind: RecordKind, id: string, last: number) => ReturnType<typeof recordChangeRow>[];
	/** How many records a write changed, and which; undefined where there was no such write. */
	changes: (revision: string) => RowSource<ReturnType<typeof recordChangeRow>> | undefined;
}

/** What a table is asked: of which ledger, and how. */
export interface TableAsked {
	book: Book;
	view: View;
	/** The revision of the ledger that is read. */
	revision: number;
	history: RecordedHistory;
}

/** Rows that are worked out as they are asked for, from one place to before another. */
export interface RowSource<R> {
	count: number;
	between: (from: number, to: number) => Iterable<R>;
}

/** What a table answers. */
export interface Answered<R> {
	rows: readonly R[] | RowSource<R>;
	/** More members of the JSON; asked for the JSON alone. */
	more?: () => Record<string, unknown>;
	/** Those of the columns that the question asks for; absent: all. */
	columns?: readonly Column[];
}

/** A row of a table that somebody handles without knowing which. */
export type Row = Record<string, Cell>;

/** How a table stands on the page of the data. */
interface Listed {
	id: string;
	title: string;
	/** What a row of it is. */
	about: string;
	/** Its address without the ending, where that is not its own: one of many of its kind. */
	example?: string;
}

interface TableOf<R extends RowOf<R>> {
	/** Absent where the page of the data does not list it. */
	listed?: Listed;
	/** Each names a value of the row: a column without one does not compile. */
	columns: readonly Column<Extract<keyof R, string>>[];
	/** What its address defaults to: as that of its page. */
	defaults?: Partial<ViewContext>;
	answer: (asked: TableAsked) => Answered<R> | Promise<Answered<R>>;
	/** How many rows there are, where that is known without working them out: HEAD tells it then. */
	count?: (asked: TableAsked) => number;
	/** No more rows than this, known likewise: a format that bounds them is then not a question of the rows. */
	most?: (asked: TableAsked) => number;
	/** Why the question is too large to be answered, as a sentence; known without the rows. */
	refusal?: (asked: TableAsked) => string | undefined;
}

/** A table that is published. */
export interface PublishedTable extends Omit<TableOf<Row>, 'columns'> {
	columns: readonly Column[];
}

interface RecordTableOf<R extends RowOf<R>> extends Omit<TableOf<R>, 'answer' | 'count' | 'most' | 'refusal'> {
	/** What there is of one record; undefined where there is no such record. `json` are the members of its JSON. */
	answer: (asked: TableAsked, slug: string) => (Answered<R> & { json?: () => Record<string, unknown> }) | undefined;
}

/** What is published of one record: a table, and the whole as JSON. */
export interface PublishedRecord extends Omit<RecordTableOf<Row>, 'columns'> {
	columns: readonly Column[];
}

/** Declares a table. */
export function table<R extends RowOf<R>>(declared: TableOf<R>): PublishedTable {
	// Every value of an R is a cell (RowOf); only, an interface has no index signature that would say so.
	return declared as unknown as PublishedTable;
}

/** Declares what is published of one record. */
export function recordTable<R extends RowOf<R>>(declared: RecordTableOf<R>): PublishedRecord {
	return declared as unknown as PublishedRecord;
}
