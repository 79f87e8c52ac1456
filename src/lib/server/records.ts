import { formatOf, namesOf, RECORD_FORMATS, type Format } from '$lib/formats';
import { partsOf } from '$lib/formats/stream';
import { writerOf } from '$lib/formats/writers.server';
import type { Import } from '$lib/records';
import type { Records } from '$lib/records';
import { StartFault } from './config/fault';
import { recordTable } from './ingest/table/write';

/** Why a format cannot hold a table whole; undefined where it can. A cell cut short would be read back as another record. */
export async function recordRefusal(format: Format, as: Import, records: Records): Promise<string | undefined> {
	const { bounds } = await writerOf(format);
	if (!bounds) return undefined;
	const { columns, rows } = recordTable(as, records);
	const most = bounds.rows(columns.length);
	let count = 0;
	for (const row of rows()) {
		if (++count > most) return `A ${bounds.noun} of ${as} holds at most ${most.toLocaleString('en-US')} rows.`;
		for (const { name } of columns) {
			const cell = row[name];
			if (typeof cell === 'string' && cell.length > bounds.cell)
				return `A cell of a ${bounds.noun} holds at most ${bounds.cell.toLocaleString('en-US')} characters; ${name} of row ${count} is longer.`;
		}
	}
	return undefined;
}

/** The formats that hold any table of records: "CSV or Parquet". */
async function unboundedNames(): Promise<string> {
	const unbounded: Format[] = [];
	for (const format of RECORD_FORMATS) if (!(await writerOf(format)).bounds) unbounded.push(format);
	return namesOf(unbounded.map(formatOf));
}

/**
 * A table of records, whole, part by part.
 *
 * @throws {StartFault} where the format cannot hold it
 */
export async function recordParts(
	format: Format,
	as: Import,
	records: Records
): Promise<Iterable<string | Uint8Array>> {
	const refusal = await recordRefusal(format, as, records);
	if (refusal !== undefined) throw new StartFault(`${refusal} Take it as ${await unboundedNames()}.`);
	const { write } = await writerOf(format);
	const { columns, rows } = recordTable(as, records);
	return partsOf(await write({ name: as, about: {}, columns, rows: rows() }));
}

/** The whole ledger in one of `LEDGER_FORMATS`, part by part. */
export async function ledgerParts(format: Format, records: Records): Promise<Iterable<string>> {
	const { writeLedger } = await writerOf(format);
	if (!writeLedger) throw new Error(`${format} does not hold the whole ledger.`);
	return writeLedger(records);
}
