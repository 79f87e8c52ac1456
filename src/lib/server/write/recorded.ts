import type { RecordOf } from '$lib/ledger/schema/keys';
import { openedStore } from '../ledger';
import type { Writable } from './operation';

/**
 * What an answer about one record says for those who edit it: the revision to send back as If-Match, and the record as PUT
 * takes it. Empty where the record did not exist at the revision.
 */
export function recorded<K extends Writable>(
	kind: K,
	slug: string,
	atRevision: number
): { record_revision?: number; record?: RecordOf<K> } {
	const found = openedStore().recordAt(kind, slug, atRevision);
	return found ? { record_revision: found.revision, record: found.record } : {};
}
