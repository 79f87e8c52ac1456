import type { Column } from '$lib/ledger/columns';
import type { Records } from '$lib/records';
import type { Import } from '$lib/records';
import { exportColumns } from './columns';
import { dealRows } from './deals';

/** A row of a table of records: a cell by the name of its column. */
export type RecordRow = Record<string, string | number | boolean | null | undefined>;

function* rowsOf(as: Import, records: Records): Generator<object> {
	for (const record of records[as]) {
		if ('events' in record) yield* dealRows(record);
		else yield record;
	}
}

function typedCell({ type }: Column, value: unknown): RecordRow[string] {
	if (typeof value === 'string' && (type === 'dollars' || type === 'ratio')) return Number(value);
	return value as RecordRow[string];
}

/** A table of the ledger as the import reads it back, row by row: every field of the records. */
export function recordTable(as: Import, records: Records) {
	const columns = exportColumns(as);
	const rows = function* (): Generator<RecordRow> {
		for (const row of rowsOf(as, records))
			yield Object.fromEntries(
				columns.map((column) => [column.name, typedCell(column, Reflect.get(row, column.name))])
			);
	};
	return { columns, rows };
}
