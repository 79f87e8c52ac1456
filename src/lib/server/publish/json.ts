import type { View } from '$lib/view';
import { record, type RowOf, type Table } from './cell';
import { textStream } from './stream';

/** What every answer in JSON begins with: what was asked, and of which ledger. */
export function preamble(view: View, revision: number) {
	return { question: view.question, as_of: view.as_of, revision };
}

/** One page of a list: the question, the number of all matches, and the rows under the list's name (MODEL section 9). */
export function listJson<R extends RowOf<R>>(
	name: string,
	view: View,
	revision: number,
	table: Table<R> & { count: number; more?: Record<string, unknown> }
): string {
	const { page, per_page } = view;
	const rows = Array.from(table.rows, (row) => record(table.columns, row));
	const head = { ...preamble(view, revision), count: table.count, page, per_page };
	return JSON.stringify({ ...head, ...table.more, [name]: rows }) + '\n';
}

/** A table as NDJSON: one JSON object a line. */
export function ndjsonStream<R extends RowOf<R>>({ columns, rows }: Table<R>): ReadableStream<Uint8Array> {
	return textStream(
		(function* () {
			for (const row of rows) yield JSON.stringify(record(columns, row)) + '\n';
		})()
	);
}
