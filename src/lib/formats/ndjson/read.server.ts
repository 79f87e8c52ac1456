import { StartFault } from '$lib/server/config/fault';
import { isDeep } from '../json/depth';
import { isRecordLine, recordLineOf, shapeOf, TOO_DEEP, type Line } from '../json/lines';
import type { Content, FileStart, TableFile } from '../reader';
import { objectRows } from '../rows';
import { textOf } from '../text.server';

const MOST_BYTES_A_LINE = 1024 * 1024;

async function* linesOf(file: TableFile): AsyncGenerator<Line> {
	let [rest, line] = ['', 0];
	const read = (text: string): Line => {
		try {
			const value = JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
			return isDeep(value) ? { line, fault: TOO_DEEP } : { line, value };
		} catch {
			return { line, fault: 'expected {"kind": ..., "record": {...}}, or a row of a table, on one line' };
		}
	};
	for await (const text of textOf(file)) {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		if (rest.length > MOST_BYTES_A_LINE)
			throw new StartFault(`${file.name}:${line + 1}: expected lines of at most 1 MB, got a longer one.`);
		for (const each of lines) {
			line++;
			if (each.trim() !== '') yield read(each);
		}
	}
	line++;
	if (rest.trim() !== '') yield read(rest);
}

/** Lines of JSON; where there is one line only, its name tells it from a document. */
export function recognise({ text, name }: FileStart): boolean {
	return shapeOf(text, name) === 'lines';
}

/** Whole records (`{"kind": "deals", "record": {...}}`), or the rows of one table: one line in memory at a time. */
export async function read(file: TableFile): Promise<Content> {
	let first: Line | undefined;
	for await (const each of linesOf({ ...file, share: () => undefined })) {
		first = each;
		break;
	}
	if (!first || 'fault' in first || isRecordLine(first.value)) {
		return {
			records: (async function* () {
				for await (const each of linesOf(file)) yield recordLineOf(each);
			})()
		};
	}
	return {
		rows: (async function* () {
			const rows = objectRows();
			for await (const each of linesOf(file)) {
				if ('fault' in each) yield each;
				else yield* rows(each.line, each.value);
			}
		})()
	};
}
