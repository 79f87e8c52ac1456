import { IMPORTS } from '$lib/records';
import { columnsOf, namesIn, tableOf } from '../ingest/table/columns';
import type { Job } from './jobs';

/** A column is left out by this value of its field; empty is no choice yet. */
export const LEFT_OUT = '-';

/** What each column of a file is taken for, in the table that is asked for, told before, or told by the columns; null before they are read. */
export function chooseColumns({ look, told }: Job, asked: string | null) {
	if (!look?.columns) return null;
	const header = look.columns.map((each) => each.header);
	const map = new Map(told.map);
	const as = IMPORTS.find((each) => each === asked) ?? told.as ?? tableOf(header, map) ?? 'deals';
	const names = namesIn(as, header, map);
	return {
		as,
		tables: IMPORTS,
		choices: columnsOf(as),
		columns: look.columns.map((each, i) => ({ ...each, is: names[i] === null ? LEFT_OUT : (names[i] ?? '') }))
	};
}
