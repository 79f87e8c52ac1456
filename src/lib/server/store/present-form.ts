import type { RecordKind } from '$lib/records';
import type { RecordOf } from '$lib/records/keys';

/** An indicator as it was recorded before its bounds had days: one set of them, in force all along. */
interface UndatedIndicator {
	green: unknown;
	amber: unknown;
	bounds_by: unknown;
	bounds_reason?: unknown;
	bounds_source?: unknown;
}

/** From here the bounds of a record hold that had no day: the first year of addresses. */
const ALL_ALONG = '1990-01-01';

function isUndated(record: object): record is UndatedIndicator {
	return 'green' in record && !('bounds' in record);
}

/**
 * The record of a text in the store, in the form that records have now. Revisions never change, so what an earlier edition wrote
 * stays as it was written and is read as the same statement in today's fields.
 */
export function readBody<K extends RecordKind>(kind: K, text: string): RecordOf<K> {
	const record = JSON.parse(text) as object;
	if (kind !== 'indicators' || !isUndated(record)) return record as RecordOf<K>;
	const { green, amber, bounds_by: by, bounds_reason: reason, bounds_source: source, ...rest } = record;
	const bounds = [{ from: ALL_ALONG, green, amber, by, ...(reason ? { reason } : {}), ...(source ? { source } : {}) }];
	return { ...rest, bounds } as object as RecordOf<K>;
}
