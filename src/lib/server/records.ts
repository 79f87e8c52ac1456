import type { Records } from '$lib/ledger/records';
import { StartFault } from './config/fault';
import type { Import } from '$lib/ledger/keys';
import { csvLines, recordTable } from './ingest/table/write';
import { parquetParts } from './publish/parquet';
import { LONGEST_CELL, mostSheetRows, sheet } from './publish/xlsx';

/** The forms in which a table of records goes out so that an import reads it back to the same records. */
export const RECORD_FORMATS = ['csv', 'xlsx', 'parquet'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** Why a sheet cannot hold a table whole; undefined where it can. A cell cut short would be read back as another record. */
export function sheetRefusal(as: Import, records: Records): string | undefined {
	const { columns, rows } = recordTable(as, records);
	const most = mostSheetRows(columns.length);
	let count = 0;
	for (const row of rows()) {
		if (++count > most) return `A sheet of ${as} holds at most ${most.toLocaleString('en-US')} rows.`;
		for (const { name } of columns) {
			const cell = row[name];
			if (typeof cell === 'string' && cell.length > LONGEST_CELL)
				return `A cell of a sheet holds at most ${LONGEST_CELL.toLocaleString('en-US')} characters; ${name} of row ${count} is longer.`;
		}
	}
	return undefined;
}

/**
 * A table of records, whole, part by part.
 *
 * @throws {StartFault} where the form cannot hold it; CSV and Parquet always can
 */
export async function recordParts(
	format: RecordFormat,
	as: Import,
	records: Records
): Promise<Iterable<string | Uint8Array>> {
	if (format === 'csv') return csvLines(as, records);
	const { columns, rows } = recordTable(as, records);
	if (format === 'parquet') return parquetParts({ columns, rows: rows() }, { name: as });
	const refusal = sheetRefusal(as, records);
	if (refusal !== undefined) throw new StartFault(`${refusal} Take it as CSV or Parquet.`);
	return [await sheet({ columns, rows: rows() }, { name: as })];
}
