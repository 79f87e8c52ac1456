import { z } from 'zod';
import type { RecordKind } from '$lib/records';

/** Something wrong with a record: where in it, what is accepted there and what was found. */
export interface SchemaFault {
	path: (string | number)[];
	expected: string;
	got: string;
}

/** Something wrong with a record among others: its kind and key too. Without a key it concerns the kind as a whole. */
export interface RecordFault extends SchemaFault {
	kind: RecordKind;
	key?: string;
}

/** Faults of one record, or between records, that are told one by one. */
export const MOST_FAULTS = 100;

/** The first of many faults, and as the last one what `rest` says of the others. */
export function capped<T>(faults: readonly T[], rest: (more: string) => T): T[] {
	const more = faults.length - MOST_FAULTS;
	return more > 0 ? [...faults.slice(0, MOST_FAULTS), rest(more.toLocaleString('en-US'))] : [...faults];
}

/** A rule that holds between fields. It is asked wherever the fields that it needs are sound, whatever else is wrong. */
export type Rule = (record: unknown) => SchemaFault[];

/** Makes a rule: `needs` picks the fields it looks at, `find` tells what is wrong with them. */
export function rule<T extends z.ZodType>(needs: T, find: (fields: z.output<T>) => SchemaFault[]): Rule {
	return (record) => {
		const fields = needs.safeParse(record);
		return fields.success ? find(fields.data) : [];
	};
}

/** At most 60 characters of a text, on one line: what a message quotes. */
export function shorten(text: string): string {
	const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
	return short.replace(/\p{C}/gu, (character) =>
		JSON.stringify(character)
			.slice(1, -1)
			.replace(/^\P{ASCII}$/u, '?')
	);
}

/** A value in a few words, for the end of a message. */
export function show(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (typeof value === 'string') {
		return value.trim() === '' ? 'empty text' : `the text "${shorten(value)}"`;
	}
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
	if (typeof value === 'object') {
		const names = Object.keys(value);
		return names.length === 0 ? 'no fields' : `the fields ${names.slice(0, 8).map(shorten).join(', ')}`;
	}
	return String(value);
}

/** The value at a path; undefined where the path leaves the record. */
function valueAt(record: unknown, path: (string | number)[]): unknown {
	let value = record;
	for (const step of path) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
		value = Reflect.get(value, step);
	}
	return value;
}

function pathOf(path: PropertyKey[]): (string | number)[] {
	return path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
}

function faultsOf(issue: z.core.$ZodIssue, record: unknown, above: (string | number)[]): SchemaFault[] {
	const path = [...above, ...pathOf(issue.path)];
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({
			path: [...path, key],
			expected: issue.message,
			got: `the unknown field ${shorten(key)}`
		}));
	}
	if (issue.code === 'invalid_union') {
		// The branch that was meant is the one with the fewest faults; where no branch stands out, the union speaks itself.
		const branches = [...issue.errors].sort((a, b) => a.length - b.length);
		const [nearest, next] = branches;
		if (nearest && nearest.length < (next?.length ?? 0)) {
			return nearest.flatMap((inner) => faultsOf(inner, record, path));
		}
	}
	const got = issue.code === 'custom' && typeof issue.params?.got === 'string' ? issue.params.got : undefined;
	return [{ path, expected: issue.message, got: got ?? show(valueAt(record, path)) }];
}

/** What zod found wrong with a record, as faults in plain words, in the order found. */
export function explain(error: z.ZodError, record: unknown): SchemaFault[] {
	return error.issues.flatMap((issue) => faultsOf(issue, record, []));
}

/** A group of fields that takes no other fields; the message for an unknown one names the fields there are. */
export function fields<T extends z.core.$ZodLooseShape>(shape: T, expected: string) {
	const names = `one of the fields ${Object.keys(shape).join(', ')}`;
	return z.strictObject(shape, {
		error: (issue) => (issue.code === 'unrecognized_keys' ? names : expected)
	});
}

/** A path as people read it: `events[1].value.high`. */
export function pathText(path: (string | number)[]): string {
	return path
		.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${shorten(step)}`))
		.join('');
}

/** A fault as people read it: `deals a-b-2025 payers[0]: expected …, got …`; of a record by itself the path alone stands first. */
export function faultSentence({ path, expected, got, ...of }: SchemaFault | RecordFault): string {
	const record = 'kind' in of ? [of.kind, of.key] : [];
	const place = [...record, pathText(path)].filter(Boolean).join(' ');
	return `${place === '' ? '' : `${place}: `}expected ${expected}, got ${got}`;
}
