export { recordKey, type RecordOf } from '$lib/records/keys';
