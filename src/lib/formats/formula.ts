/** What a spreadsheet runs as a formula, full-width forms included; behind apostrophes too, so that taking one off gives the text back. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Whether a spreadsheet would run a text as a formula, were it a cell of CSV. */
export function isFormula(text: string): boolean {
	return FORMULA.test(text);
}

/** The text of a cell before which an apostrophe may have been put. */
export function withoutGuard(cell: string): string {
	return cell.startsWith("'") && isFormula(cell) ? cell.slice(1) : cell;
}
