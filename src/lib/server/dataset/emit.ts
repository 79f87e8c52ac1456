/** Text runs on past this column only to the end of a word. */
const WIDTH = 120;

/** Written with a point even where they are whole, as measured figures are. */
const MEASURED = new Set(['capacity_gw']);

// What YAML 1.1 would take for something else than text; readers of either version are to agree.
const OTHER_THAN_TEXT = [
	/^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)?$/i,
	/^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-f_]+|\d[\d_]*(?::[0-5]?\d)*)$/i,
	/^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.[\d_]+)(?:e[-+]?\d+)?$/i,
	/^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/,
	/^[-+]?\.(?:inf|nan)$/i,
	/^\d{4}(?:-\d{1,2}){1,2}(?:[Tt\s].*)?$/
];

function isPlain(text: string): boolean {
	if (OTHER_THAN_TEXT.some((form) => form.test(text))) return false;
	if (/^(?:---|\.\.\.)|^[-?:](?:\s|$)|^[#,[\]{}&*!|>'"%@`]/.test(text)) return false;
	return !/:(?:\s|$)|\s#|^\s|\s$|\n/.test(text);
}

/** Only such text can be folded and read back: no control characters, no space beside the end of a line. */
function folds(text: string): boolean {
	return !/[^\P{C}\n]|\t|[\u0085\u2028\u2029\ufeff]|[ ]\n|\n[ ]|^\s|\s$/u.test(text);
}

/** Breaks a text at single spaces once a line has passed the width. `column` is where it begins, `indent` where lines go on. */
function fold(text: string, column: number, indent: number, quoted: boolean): string {
	let [line, result] = [column, ''];
	const shown = (part: string) => (quoted ? part.replaceAll("'", "''") : part);
	const parts = text.split(/( +|\n+)/);
	parts.forEach((part, i) => {
		if (part.startsWith('\n')) {
			// One end of a line reads as a space: each that is meant takes one more.
			result += `\n${part}${' '.repeat(indent)}`;
			line = indent;
		} else if (part === ' ' && line > WIDTH && i > 0 && i < parts.length - 1) {
			result += `\n${' '.repeat(indent)}`;
			line = indent;
		} else {
			result += shown(part);
			line += [...shown(part)].length;
		}
	});
	return result;
}

function scalar(value: unknown, name: string, column: number, indent: number): string {
	if (typeof value === 'number') {
		return MEASURED.has(name) && Number.isInteger(value) ? `${value}.0` : String(value);
	}
	if (typeof value !== 'string') return String(value);
	if (isPlain(value) && folds(value)) return fold(value, column, indent, false);
	return folds(value) ? `'${fold(value, column + 1, indent, true)}'` : JSON.stringify(value);
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The lines of a list or group, the first without its indent. */
function lines(value: unknown[] | Record<string, unknown>, indent: number): string[] {
	const pad = ' '.repeat(indent);
	const all: string[] = [];
	if (Array.isArray(value)) {
		for (const entry of value) {
			if (isGroup(entry) && Object.keys(entry).length > 0) all.push(`- ${lines(entry, indent + 2).join('\n')}`);
			else all.push(`- ${inline(entry, '', indent + 2, indent + 2)}`);
		}
	} else {
		for (const [name, inner] of Object.entries(value)) {
			if (inner === undefined) continue;
			const key = isPlain(name) ? name : `'${name}'`;
			const nested = Array.isArray(inner) ? inner.length > 0 : isGroup(inner) && Object.keys(inner).length > 0;
			if (nested) {
				// A list stands under its name, a group two further in.
				const deeper = Array.isArray(inner) ? indent : indent + 2;
				const under = lines(inner as unknown[] | Record<string, unknown>, deeper);
				all.push(`${key}:\n${' '.repeat(deeper)}${under.join('\n')}`);
			} else all.push(`${key}: ${inline(inner, name, indent + [...key].length + 2, indent + 2)}`);
		}
	}
	return all.map((line, i) => (i === 0 ? line : pad + line));
}

function inline(value: unknown, name: string, column: number, indent: number): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : scalar(value, name, column, indent);
}

/**
 * Plain data as YAML in the one form that the files of a dataset have: lists flush with their names, single quotes where quotes
 * are needed, text folded at the first space past column 120. The same data always gives the same bytes.
 */
export function emitYaml(value: unknown[] | Record<string, unknown>): string {
	return `${lines(value, 0).join('\n')}\n`;
}
