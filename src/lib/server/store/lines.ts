import Database from 'better-sqlite3';
import type { RecordKind } from '$lib/records';
import type { StagedLine } from './staging';

type LineRow = Omit<StagedLine, 'why'> & { number: number; why: string };

function openLines(path: string): Database.Database {
	return new Database(path, { readonly: true, fileMustExist: true });
}

/** What was said of the lines of a file with one outcome, some of them from a place on. */
export function linesOf(path: string, status: StagedLine['status'], from: number, most: number) {
	const db = openLines(path);
	try {
		return db
			.prepare<[string, number, number], { line: number; kind: RecordKind; key: string; why: string }>(
				'select line, kind, key, why from staged_line where status = ? order by line limit ? offset ?'
			)
			.all(status, most, from);
	} finally {
		db.close();
	}
}

const AT_A_TIME = 1_000;

/** What was said of every line, in their order; a thousand are in memory at a time. */
export function* allLines(path: string): Generator<LineRow> {
	const db = openLines(path);
	try {
		const some = db.prepare<[number], LineRow>(
			`select number, line, kind, key, status, why from staged_line where number > ? order by number limit ${AT_A_TIME}`
		);
		for (let last = 0; ;) {
			const rows = some.all(last);
			yield* rows;
			last = rows.at(-1)?.number ?? 0;
			if (rows.length < AT_A_TIME) return;
		}
	} finally {
		db.close();
	}
}
