import { DEFINITIONS } from '$lib/records/definitions';
import { RECORD_KINDS, type RecordKind } from '$lib/records';
import { formOf, type RecordForm } from '$lib/records/derive/form';

/** The form of each kind of record. */
export const FORMS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, formOf(DEFINITIONS[kind])])) as Record<
	RecordKind,
	RecordForm
>;
