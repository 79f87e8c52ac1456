import { cellText, isText, type Cell, type RowOf } from '../cell';
import { isFormula } from '../formula';
import type { NamedTable } from '../writer';

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

function quoteCell(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}

/** A cell of words (RFC 4180). Quotes alone do not stop a spreadsheet from running it: an apostrophe before it does. */
function words(text: string, raw: boolean): string {
	if (!raw && isFormula(text)) return quoteCell(`'${text}`);
	return NEEDS_QUOTES.test(text) ? quoteCell(text) : text;
}

/**
 * RFC 4180 with CRLF, UTF-8, a header row, plain numbers, an empty cell for null. Cells and headers of words that a spreadsheet would
 * run as a formula get an apostrophe before them, unless `raw`.
 */
export function* write<R extends RowOf<R>>({ columns, rows, options = {} }: NamedTable<R>): Generator<string> {
	const { raw = false, bom = false, labels = false } = options;
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
