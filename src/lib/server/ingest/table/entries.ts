import type { Deal, RecordKind } from '$lib/ledger/records';
import { StartFault } from '../../fault';
import { CellFault, readDollars, readNumber } from './cells';
import type { Import } from '$lib/ledger/keys';
import { recognise } from './columns';
import { dealOf, type Cells } from './deals';
import { checkWidth, type Row } from './rows';

/** A record that a file says, still to be checked, with the line it begins on; or why the line says none. */
export type Entry = { line: number; kind: RecordKind } & ({ name: string; raw: unknown } | { fault: string });

/** The columns of a file are not all told; the message says which. */
export class ColumnsFault extends StartFault {}

/** Rows of one deal: each event is one. */
const MOST_ROWS_A_DEAL = 10_000;

/** What an import is told beside the file. */
export interface HowToRead {
	/** The table, where its columns do not tell it. */
	as?: Import;
	/** Their column to ours; ours empty: left out. */
	map: ReadonlyMap<string, string>;
	/** The deal as it is recorded. */
	known: (slug: string) => Deal | undefined;
}

/** A cell of a table of figures as its column takes it. */
function figure(column: string, text: string): unknown {
	if (text === '') return null;
	if (column.endsWith('_usd')) return readDollars(text);
	if (column === 'seen' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
	return column === 'amount' ? readNumber(text) : text;
}

function rawRow(names: readonly (string | null)[], cells: readonly string[]): Record<string, unknown> {
	const raw: Record<string, unknown> = {};
	names.forEach((name, i) => {
		if (name === null) return;
		try {
			raw[name] = figure(name, cells[i] ?? '');
		} catch (error) {
			if (error instanceof CellFault) throw new CellFault(`${name}: ${error.message}`);
			throw error;
		}
	});
	return raw;
}

function entryOf(line: number, kind: RecordKind, name: string, read: () => unknown): Entry {
	try {
		return { line, kind, name, raw: read() };
	} catch (error) {
		if (error instanceof CellFault) return { line, kind, fault: `${name} ${error.message}` };
		throw error;
	}
}

/**
 * The records that the rows of a table say, a deal from all its rows, which stand together. No more of them is in memory than that.
 *
 * @throws {ColumnsFault} where the columns are those of no table that can be imported
 */
export async function* entriesOf(
	file: string,
	rows: AsyncIterable<Row>,
	{ as, map, known }: HowToRead
): AsyncGenerator<Entry> {
	let names: (string | null)[] | undefined;
	let table: Import = as ?? 'deals';
	let open: { line: number; slug: string; rows: Cells[] } | undefined;
	const closed = ({ line, slug, rows }: NonNullable<typeof open>): Entry =>
		rows.length > MOST_ROWS_A_DEAL
			? { line, kind: 'deals', fault: `${slug}: expected at most ${MOST_ROWS_A_DEAL} rows, got more` }
			: entryOf(line, 'deals', slug, () => dealOf(rows, known(slug)));

	for await (const row of rows) {
		const { line } = row;
		if ('fault' in row) {
			yield { line, kind: table, fault: row.fault };
			continue;
		}
		const { cells } = row;
		if (!names) {
			checkWidth(file, cells);
			const recognised = recognise(cells, map, as);
			if ('faults' in recognised)
				throw new ColumnsFault(recognised.faults.map((fault) => `${file}: ${fault}`).join('\n'));
			names = recognised.names;
			table = recognised.as;
			continue;
		}
		if (cells.length !== names.length) {
			yield { line, kind: table, fault: `expected ${names.length} cells, got ${cells.length}` };
			continue;
		}
		if (table !== 'deals') {
			const columns = names;
			yield entryOf(line, table, '', () => rawRow(columns, cells));
			continue;
		}
		const named: Cells = {};
		names.forEach((name, i) => {
			if (name !== null) named[name as keyof Cells] = cells[i] ?? '';
		});
		const slug = named.slug ?? '';
		if (open && open.slug === slug) {
			if (open.rows.length <= MOST_ROWS_A_DEAL) open.rows.push(named);
			continue;
		}
		if (open) yield closed(open);
		open = { line, slug, rows: [named] };
	}
	if (!names) throw new StartFault(`${file}: expected a first row with the names of columns, got an empty file.`);
	if (open) yield closed(open);
}
