import { RECORD_KINDS } from '$lib/records';
import type { RecordLine } from '../reader';
import { MOST_DEPTH } from './depth';

export const TOO_DEEP = `expected JSON of at most ${MOST_DEPTH} levels, got more`;

/** A value of JSON with the line it stands on, or why it cannot be read. */
export type Line = { line: number } & ({ value: unknown } | { fault: string });

/** Whether a value is a whole record with its kind, and not a row of a table. */
export function isRecordLine(value: unknown): value is { kind: unknown; record: unknown } {
	return typeof value === 'object' && value !== null && 'kind' in value && 'record' in value;
}

/** The record that a value says. */
export function recordLineOf(each: Line): RecordLine {
	const { line } = each;
	if ('fault' in each) return { line, fault: each.fault };
	const { value } = each;
	const kind = isRecordLine(value) ? RECORD_KINDS.find((known) => known === value.kind) : undefined;
	if (kind && isRecordLine(value)) return { line, kind, record: value.record };
	return { line, fault: `expected a kind (${RECORD_KINDS.join(', ')}) and a record` };
}

/** What text of JSON is: one document, or lines of their own; by its second line, for a document begins a line with `{` once only. */
export function shapeOf(text: string | null, name: string): 'document' | 'lines' | null {
	if (text === null || !/^[[{]/.test(text)) return null;
	const [first = '', second] = text.split('\n').filter((line) => line.trim() !== '');
	if (text.startsWith('[')) return 'document';
	if (second?.startsWith('{') && first.trimEnd().endsWith('}')) return 'lines';
	return /\.(ndjson|jsonl)$/i.test(name) ? 'lines' : 'document';
}
