import { organisation, organisationRecord } from '$lib/features/organisations/organisation';
import { COLUMNS } from '$lib/ledger/columns';
import { askData, isTable } from '$lib/server/http/answers';
import { nearRecords, noSuchRecord } from '$lib/server/http/problem';
import { publish, publishRecord } from '$lib/server/publish/respond';
import { recordWrites } from '$lib/server/writing/handlers';
import { recorded } from '$lib/server/writing/recorded';
import type { RequestHandler } from './$types';

/** JSON gives the organisation whole; the table its commitments by role, layer and year. */
export const GET: RequestHandler = (event) => {
	const { format, slug } = event.params;
	const asked = askData(event, 'organisation', { table: isTable(format) });
	if (asked instanceof Response) return asked;
	const { book, view } = asked;
	const found = organisation(book, view, slug);
	if (!found) {
		const known = book.records.organisations.map((each) => ({ slug: each.slug, title: each.name }));
		return noSuchRecord('organisation', nearRecords(slug, '/organisations', known));
	}
	const name = `organisation-${slug}`;
	if (format === 'json') {
		const record = { ...recorded('organisations', slug, asked.revision), ...organisationRecord(found) };
		return publishRecord({ ...asked, name, record }, event.request);
	}
	const all = found.commitments;
	const rows = (from: number, to: number) => all.slice(from, to);
	const columns = COLUMNS.commitments;
	return publish(format, { ...asked, name, columns, count: all.length, rows }, event.request);
};

export const { POST, PUT, PATCH, DELETE } = recordWrites('organisations');
