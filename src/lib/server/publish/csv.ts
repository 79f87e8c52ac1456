import { cellText, isText, type Cell, type RowOf, type Table } from './cell';
import { textStream } from './stream';

export interface CsvOptions {
	/** Cells as they are, without the guard against formulas: for programs, not for spreadsheets. */
	raw?: boolean;
	/** A byte order mark first: Excel takes the file for another encoding without one. */
	bom?: boolean;
	/** Headers for people instead of column names. */
	labels?: boolean;
}

/** What a spreadsheet runs as a formula, full-width forms included; behind apostrophes too, so that taking one off gives the text back. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

function quoted(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}

/** A cell of words (RFC 4180). Quotes alone do not stop a spreadsheet from running it: an apostrophe before it does. */
function words(text: string, raw: boolean): string {
	if (!raw && FORMULA.test(text)) return quoted(`'${text}`);
	return NEEDS_QUOTES.test(text) ? quoted(text) : text;
}

function* lines<R extends RowOf<R>>(
	{ columns, rows }: Table<R>,
	{ raw = false, bom = false, labels = false }: CsvOptions
) {
	yield (bom ? '\uFEFF' : '') + columns.map((each) => words(labels ? each.label : each.name, raw)).join(',') + '\r\n';
	const shapes = columns.map((column) => ({ name: column.name, text: isText(column) }));
	for (const row of rows) {
		const cells = shapes.map(({ name, text }) => {
			const cell: Cell = row[name];
			return text ? words(cellText(cell), raw) : cellText(cell);
		});
		yield cells.join(',') + '\r\n';
	}
}

/**
 * A table as CSV: RFC 4180 with CRLF, UTF-8, a header row, plain numbers, an empty cell for null. Cells and headers of
 * words that a spreadsheet would run as a formula get an apostrophe before them, unless `raw`.
 */
export function csvStream<R extends RowOf<R>>(table: Table<R>, options: CsvOptions = {}): ReadableStream<Uint8Array> {
	return textStream(lines(table, options));
}
