import { indicatorPage, indicatorRecord } from '$lib/features/readings/reading';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { nearRecords, noSuchRecord } from '$lib/server/http/problem';
import { publish, publishRecord } from '$lib/server/publish/respond';
import { recordWrites } from '$lib/server/writing/handlers';
import { recorded } from '$lib/server/writing/recorded';
import type { RequestHandler } from './$types';

/** JSON gives the reading whole, with its history and its rows; the table its history. */
export const GET: RequestHandler = (event) => {
	const { format, slug } = event.params;
	const asked = askData(event, 'indicator', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { book, view } = asked;
	const found = indicatorPage(book, view, slug);
	if (!found) {
		const titled = book.records.indicators.map((each) => ({ slug: each.slug, title: each.name }));
		return noSuchRecord('indicator', nearRecords(slug, '/indicators', titled));
	}
	const name = `indicator-${slug}`;
	if (format === 'json') {
		const record = { ...recorded('indicators', slug, asked.revision), ...indicatorRecord(book, view, found) };
		return publishRecord({ ...asked, name, record }, event.request);
	}
	const all = found.line.history;
	const rows = (from: number, to: number) => all.slice(from, to);
	return publish(
		format,
		{ ...asked, name, columns: COLUMNS.indicator_history, count: all.length, rows },
		event.request
	);
};

export const { POST, PUT, PATCH, DELETE } = recordWrites('indicators');
