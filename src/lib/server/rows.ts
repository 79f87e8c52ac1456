import { capexRows, guidanceRows } from '$lib/features/capex/answer';
import { fundamentalRows } from '$lib/features/capex/fundamentals';
import type { ListFormat } from '$lib/formats';
import type { RowOf, Table } from '$lib/formats/cell';
import { COLUMNS } from '$lib/ledger/columns';
import { idOf, recordKey } from '$lib/records/keys';
import { type RowKind } from '$lib/records';
import type { RequestEvent } from '@sveltejs/kit';
import { askData, isTable, type DataAsked } from './http/answers';
import { nearRecords, noSuchRecord } from './http/problem';
import { publish, publishRecord } from './publish/respond';
import { NOUNS } from './writing/operation';
import { recorded } from './writing/recorded';

type Use<T> = <R extends RowOf<R> & { id: string }>(columns: Table<R>['columns'], rows: R[]) => T;

/** The rows of a kind that are known at the day of a view, with the columns in which they are published. */
function tableOf<T>(kind: RowKind, { book, view }: Pick<DataAsked, 'book' | 'view'>, use: Use<T>): T {
	if (kind === 'capex') return use(COLUMNS.capex, capexRows(book, view));
	if (kind === 'guidance') return use(COLUMNS.guidance, guidanceRows(book, view));
	return use(COLUMNS.fundamentals, fundamentalRows(book, view));
}

/** All rows of a kind known at the day asked for, as a list; `more` are members of the JSON beside them. */
export async function publishRows(
	kind: RowKind,
	event: RequestEvent,
	format: ListFormat,
	more?: (asked: DataAsked) => Record<string, unknown>
): Promise<Response> {
	const asked = askData(event, 'capex', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	return tableOf(kind, asked, (columns, all) => {
		const rows = (from: number, to: number) => all.slice(from, to);
		const members = format === 'json' ? more?.(asked) : undefined;
		const list = { ...asked, name: kind, columns, count: all.length, rows, more: members };
		return publish(format, list, event.request);
	});
}

/** One row by its id: in JSON as it is recorded and, where it is known by the day asked for, as it is published; or as a table. */
export async function publishRow(
	kind: RowKind,
	id: string,
	event: RequestEvent,
	format: ListFormat
): Promise<Response> {
	const asked = askData(event, 'capex', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const own = recorded(kind, id, asked.revision);
	if (!own.record) {
		const all = asked.book.records[kind].map((row) => ({ slug: idOf(recordKey(kind, row)), title: row.company }));
		return noSuchRecord(NOUNS[kind], nearRecords(id, `/${kind}`, all));
	}
	const name = `${kind}-${id}`;
	return tableOf(kind, asked, (columns, all) => {
		const found = all.filter((row) => row.id === id);
		if (format === 'json') {
			const record = { ...own, row: found[0] ?? null };
			return publishRecord({ ...asked, name, record }, event.request);
		}
		const rows = (from: number, to: number) => found.slice(from, to);
		return publish(format, { ...asked, name, columns, count: found.length, rows }, event.request);
	});
}
