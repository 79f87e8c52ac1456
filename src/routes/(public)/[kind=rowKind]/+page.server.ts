import { knownFrom } from '$lib/ledger/figures';
import { compareText } from '$lib/ledger/book';
import { idOf, recordKey } from '$lib/records/keys';
import type { Capex, Fundamental, Guidance } from '$lib/records';
import { askView } from '$lib/server/http/answers';
import { currentSnapshot, snapshotAt } from '$lib/server/ledger/open';
import type { PageServerLoad } from './$types';

type Row = Capex | Guidance | Fundamental;

/** What a row states, whole dollars: one figure, or the ends of what was guided. */
function amountOf(row: Row): { low_usd: number | null; high_usd: number | null } {
	return 'amount_usd' in row
		? { low_usd: row.amount_usd, high_usd: row.amount_usd }
		: { low_usd: row.low_usd, high_usd: row.high_usd };
}

/** The reported figures of a kind, every vintage and every report, by company; the rows known by the day asked for. */
export const load: PageServerLoad = (event) => {
	const { kind } = event.params;
	const view = askView(event);
	const { book } = (view.revision === null ? undefined : snapshotAt(view.revision)) ?? currentSnapshot();
	const known = (book.records[kind] as Row[]).filter((row) => knownFrom(row) <= view.as_of);
	const all = known
		.map((row) => ({ row, key: recordKey(kind, row as never) }))
		.sort((a, b) => compareText(a.key, b.key));
	const from = (view.page - 1) * view.per_page;
	const rows = all.slice(from, from + view.per_page).map(({ row, key }) => ({
		id: idOf(key),
		company: book.organisations.get(row.company)?.name ?? row.company,
		what: 'metric' in row ? row.metric : row.measure,
		period_start: row.period_start,
		period_end: row.period_end,
		on: 'given_on' in row ? row.given_on : 'as_of' in row ? row.as_of : row.filed,
		publisher: row.publisher,
		...amountOf(row)
	}));
	return { view, kind, rows, count: all.length };
};
