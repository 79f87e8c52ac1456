import { MOST_COLUMNS, type Row } from '$lib/formats/rows';
import { freeOf, slugOf, type Lookup } from '$lib/records/typed/names';
import type { Deal, RecordKind } from '$lib/records';
import type { Field } from '$lib/records/define';
import { StartFault } from '../../config/fault';
import { CellFault, readDollars, readNumber } from './cells';
import type { Import } from '$lib/records';
import { fieldsOf, recognise } from './columns';
import { dealOf, type CellFaultAt, type Cells } from './deals';
import { readCompany, readDay, readWord } from './words';

/** A record that a file says, still to be checked, with the line it begins on; or why the line says none. */
export type Entry = { line: number; kind: RecordKind } & (Read | { fault: string });

interface Read {
	name: string;
	raw: unknown;
	/** Cells that cannot be read: their fields are not in `raw`. */
	faults?: CellFaultAt[];
	/** Fields that no cell gave and that were made of others. */
	made?: string[];
}

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
	/** The organisations by the names that people know them by; without them a table names slugs alone. */
	organisations?: Lookup;
}

/** @throws {StartFault} where a header has more columns than a table may have */
export function checkWidth(file: string, header: readonly string[]): void {
	if (header.length > MOST_COLUMNS)
		throw new StartFault(
			`${file}: expected at most ${MOST_COLUMNS} columns, got ${header.length.toLocaleString('en-US')}.`
		);
}

/** A cell of a table of figures as its column takes it, by the kind of its field. */
function figure(field: Field | undefined, text: string, organisations: Lookup | undefined): unknown {
	if (text === '') return field?.optional ? undefined : null;
	switch (field?.kind) {
		case 'dollars':
			return readDollars(text);
		case 'slug':
			return readCompany(text, organisations);
		case 'day':
			return readDay(text);
		case 'choice':
			return readWord(field.vocabulary, text);
		case 'number':
			return readNumber(text);
		case 'flag':
			return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
		default:
			return text;
	}
}

function rowEntry(
	table: Import,
	names: readonly (string | null)[],
	cells: readonly string[],
	{ organisations }: HowToRead
): Read {
	const raw: Record<string, unknown> = {};
	const faults: CellFaultAt[] = [];
	names.forEach((name, i) => {
		if (name === null) return;
		try {
			raw[name] = figure(fieldsOf(table)[name], cells[i] ?? '', organisations);
		} catch (error) {
			if (!(error instanceof CellFault)) throw error;
			faults.push({ path: name, says: error.message });
		}
	});
	return { name: '', raw, faults };
}

/** The slug of a deal that was given none: its parties and year, as the form makes it. A deal of that slug and title is this one. */
function slugFor(rows: readonly Cells[], { known, organisations }: HowToRead, given: Set<string>): string {
	const { raw } = dealOf(rows, undefined, organisations);
	const first = (list: unknown) => (Array.isArray(list) ? slugOf(String(list[0] ?? '')) : '');
	const year = /^\d{4}/.exec(readDay(rows[0]?.on ?? ''))?.[0] ?? '';
	const parts = [first(raw.payers), first(raw.payees), year];
	const title = rows[0]?.title ?? '';
	const wanted = parts.every(Boolean) ? parts.join('-').slice(0, 90) : slugOf(title);
	if (wanted === '') return '';
	const slug = freeOf(wanted, (each) => given.has(each) || (known(each)?.title ?? title) !== title);
	given.add(slug);
	return slug;
}

function dealEntry(rows: readonly Cells[], how: HowToRead, given: Set<string>): Read {
	const own = rows[0]?.slug ?? '';
	const slug = own === '' ? slugFor(rows, how, given) : own;
	const named = own === '' && slug !== '' ? rows.map((row) => ({ ...row, slug })) : rows;
	const { raw, faults, made } = dealOf(named, how.known(slug), how.organisations);
	return { name: slug, raw, faults, made: own === '' && !how.known(slug) ? ['slug', ...made] : made };
}

/** Whether a row is of the same deal as those before it: by its slug, or without one by title and parties. */
function isContinuation(before: Cells | undefined, row: Cells): boolean {
	const names = row.slug ? (['slug'] as const) : (['slug', 'title', 'payers', 'payees'] as const);
	return before !== undefined && names.every((name) => (before[name] ?? '') === (row[name] ?? ''));
}

/**
 * The records that the rows of a table say, a deal from all its rows, which stand together. No more of them is in memory than that.
 *
 * @throws {ColumnsFault} where the columns are those of no table that can be imported
 */
export async function* entriesOf(file: string, rows: AsyncIterable<Row>, how: HowToRead): AsyncGenerator<Entry> {
	const { as, map } = how;
	let names: (string | null)[] | undefined;
	let table: Import = as ?? 'deals';
	let open: { line: number; rows: Cells[] } | undefined;
	const given = new Set<string>();
	const closed = ({ line, rows }: NonNullable<typeof open>): Entry =>
		rows.length > MOST_ROWS_A_DEAL
			? { line, kind: 'deals', fault: `expected at most ${MOST_ROWS_A_DEAL} rows of one deal, got more` }
			: { line, kind: 'deals', ...dealEntry(rows, how, given) };

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
			yield { line, kind: table, ...rowEntry(table, names, cells, how) };
			continue;
		}
		const named: Cells = {};
		names.forEach((name, i) => {
			if (name !== null) named[name as keyof Cells] = cells[i] ?? '';
		});
		if (open && isContinuation(open.rows[0], named)) {
			if (open.rows.length <= MOST_ROWS_A_DEAL) open.rows.push(named);
			continue;
		}
		if (open) yield closed(open);
		open = { line, rows: [named] };
	}
	if (!names) throw new StartFault(`${file}: expected a first row with the names of columns, got an empty file.`);
	if (open) yield closed(open);
}
