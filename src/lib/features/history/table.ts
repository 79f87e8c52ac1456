import { COLUMNS } from '$lib/ledger/columns';
import type { RecordKind } from '$lib/records';
import { recordTable, table, type PublishedRecord, type PublishedTable } from '../define';
import type { tables } from './page';

export const TABLES = {
	/** Every write up to the revision asked for, the newest first. */
	'/history': table({
		columns: COLUMNS.history,
		answer: ({ revision, history }) => ({
			rows: { count: revision, between: (from, to) => history.revisions(revision, from, to - from) }
		}),
		count: ({ revision }) => revision
	})
} satisfies Record<keyof typeof tables, PublishedTable>;

/** What one write changed, record by record. */
export const REVISION = recordTable({
	columns: COLUMNS.record_changes,
	answer({ history }, revision) {
		const rows = history.changes(revision);
		return rows && { rows };
	}
});

/** What became of one record, write by write, the newest first. */
export function historyOf(kind: RecordKind): PublishedRecord {
	return recordTable({
		columns: COLUMNS.record_changes,
		answer({ history, revision }, slug) {
			const rows = history.ofRecord(kind, slug, revision);
			return rows.length > 0 ? { rows } : undefined;
		}
	});
}
