import type { RecordOf } from '$lib/records/keys';
import type { RecordKind } from '$lib/records';
import { openedStore } from '../ledger/open';

/**
 * What an answer about one record says for those who edit it: the revision to send back as If-Match, and the record as PUT
 * takes it. Empty where the record, by its slug or the id of its row, did not exist at the revision.
 */
export function recordHeaders<K extends RecordKind>(
	kind: K,
	id: string,
	atRevision: number
): { record_revision?: number; record?: RecordOf<K> } {
	const key = openedStore().keyOf(kind, id);
	const found = key === undefined ? undefined : openedStore().recordAt(kind, key, atRevision);
	return found ? { record_revision: found.revision, record: found.record } : {};
}
