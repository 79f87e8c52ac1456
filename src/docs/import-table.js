import { ROOMS } from '../import-rules.js';

const START = '<!-- Written by `npm run docs` from src/import-rules.js. -->';
const END = '<!-- The end of what is written. -->';

/** @param {string[]} paths */
const named = (paths) => paths.map((path) => `\`${path}\``).join(', ');

/** The rooms of `src` and whom each may enter, as a table in Markdown. */
export function importTable() {
	const rows = Object.entries(ROOMS).map(([room, others]) => `| \`${room}\` | ${named(others) || 'none'} |`);
	return ['| room | may import, besides itself |', '| --- | --- |', ...rows].join('\n');
}

/**
 * A document with the table as the rules are now, between two comments that mark its place.
 * @param {string} text
 */
export function withImportTable(text) {
	const [start, end] = [text.indexOf(START), text.indexOf(END)];
	if (start < 0 || end < start) throw new Error(`The document needs the lines ${START} and ${END}.`);
	return `${text.slice(0, start + START.length)}\n\n${importTable()}\n\n${text.slice(end)}`;
}
