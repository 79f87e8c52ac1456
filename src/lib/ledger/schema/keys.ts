export { recordKey, type RecordOf } from '../keys';
