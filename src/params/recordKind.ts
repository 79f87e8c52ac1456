import { RECORD_KINDS, type RecordKind } from '$lib/records';

/** The kinds of record: each has a page for every record, and its history at an address below it. */
export function match(param: string): param is RecordKind {
	return RECORD_KINDS.some((kind) => kind === param);
}
