import { projection } from '$lib/shared/comparison';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { nearRecords, noSuchRecord } from '$lib/server/http/problem';
import { publish, publishRecord } from '$lib/server/publish/respond';
import { recordWrites } from '$lib/server/writing/handlers';
import { recorded } from '$lib/server/writing/recorded';
import type { RequestHandler } from './$types';

/** JSON gives the projection whole with its comparison; the table the comparison. */
export const GET: RequestHandler = (event) => {
	const { format, slug } = event.params;
	const asked = askData(event, 'projection', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { book, view } = asked;
	const found = projection(book, view, slug);
	if (!found) return noSuchRecord('projection', nearRecords(slug, '/projections', book.records.projections));
	const name = `projection-${slug}`;
	if (format === 'json') {
		const record = { ...recorded('projections', slug, asked.revision), ...found };
		return publishRecord({ ...asked, name, record }, event.request);
	}
	const all = found.comparison ? [{ slug, ...found.comparison }] : [];
	const rows = (from: number, to: number) => all.slice(from, to);
	return publish(format, { ...asked, name, columns: COLUMNS.comparison, count: all.length, rows }, event.request);
};

export const { POST, PUT, PATCH, DELETE } = recordWrites('projections');
