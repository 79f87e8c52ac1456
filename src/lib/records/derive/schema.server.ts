import { z } from 'zod';
import type { Check, Definition, Field, Fields, Rule } from '../define';
import { capFaults, shorten, showValue, type SchemaFault } from '../faults';
import { DEFINITIONS } from '../definitions';
import { FIELD_RULES } from '../field-rules';
import { RECORD_KINDS, type RecordKind } from '../index';
import type { RecordOf } from '../keys';
import * as scalar from './scalars.server';

/** The check of records by zod, derived from their definitions. What is expected stands in the message of each schema. */

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
	return [{ path, expected: issue.message, got: got ?? showValue(valueAt(record, path)) }];
}

/** What zod found wrong with a record, as faults in plain words, in the order found. */
function explain(error: z.ZodError, record: unknown): SchemaFault[] {
	return error.issues.flatMap((issue) => faultsOf(issue, record, []));
}

/** A group of fields that takes no other fields; the message for an unknown one names the fields there are. */
function strictObject(fields: Fields, expected: string) {
	const names = `one of the fields ${Object.keys(fields).join(', ')}`;
	return z.strictObject(shapeOf(fields, schemaOf), {
		error: (issue) => (issue.code === 'unrecognized_keys' ? names : expected)
	});
}

function shapeOf(fields: Fields, schema: (field: Field) => z.ZodType): Record<string, z.ZodType> {
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schema(field)]));
}

/** A schema that also asks what holds inside of a value whose parts are sound. */
function withCheck(schema: z.ZodType, check: Check | undefined): z.ZodType {
	if (!check) return schema;
	return schema.superRefine((value, context) => {
		for (const { path, expected, got } of check(value as never)) {
			const params = got === undefined ? {} : { params: { got } };
			context.addIssue({ code: 'custom', path, message: expected, ...params });
		}
	});
}

function listSchema(field: Extract<Field, { kind: 'list' }>): z.ZodType {
	const entry = schemaOf(field.entry);
	if (field.unique) return scalar.listOf(entry, field.least, field.expected);
	const list = z.array(entry, { error: field.expected });
	return withCheck(field.least > 0 ? list.min(field.least, { error: field.expected }) : list, field.check);
}

function valueSchema(field: Field): z.ZodType {
	switch (field.kind) {
		case 'text':
		case 'slug':
		case 'word':
		case 'address':
		case 'day':
		case 'flag':
		case 'fraction':
			return scalar[field.kind];
		case 'key':
			return scalar.sourceKey;
		case 'line':
			return scalar.line(field.most);
		case 'country':
			return scalar.line();
		case 'anything':
			return z.string();
		case 'date':
			return field.late ? scalar.termDate : scalar.date;
		case 'pattern':
			return scalar.pattern(field.pattern, field.expected);
		case 'number':
			return scalar.number(field);
		case 'dollars':
			return scalar.dollars(field.signed);
		case 'choice':
			return scalar.oneOf(field.vocabulary);
		case 'choices': {
			const one = scalar.oneOf(field.vocabulary);
			return z.union([one, scalar.listOf(one, 1, field.expected)], { error: field.expected });
		}
		case 'list':
			return listSchema(field);
		case 'group':
			return withCheck(strictObject(field.fields, field.expected), field.check);
		case 'either':
			return z.union(field.groups.map(schemaOf), { error: field.expected });
	}
}

/** The schema of one field. */
function schemaOf(field: Field): z.ZodType {
	const schema = field.nullable ? valueSchema(field).nullable() : valueSchema(field);
	return field.optional ? schema.optional() : schema;
}

/** The schema of the fields that a rule needs, whatever stands beside them. */
function looseSchemaOf(field: Field): z.ZodType {
	if (field.kind !== 'group' && field.kind !== 'list') return schemaOf(field);
	const loose =
		field.kind === 'group' ? z.looseObject(shapeOf(field.fields, looseSchemaOf)) : z.array(looseSchemaOf(field.entry));
	return field.optional ? loose.optional() : loose;
}

function findingsOf({ needs, find }: Rule): (record: unknown) => SchemaFault[] {
	const schema = z.looseObject(shapeOf(needs, looseSchemaOf));
	return (record) => {
		const fields = schema.safeParse(record);
		return fields.success ? find(fields.data as never) : [];
	};
}

function checkOf(kind: RecordKind) {
	const { fields, expected }: Definition = DEFINITIONS[kind];
	return { schema: strictObject(fields, expected), rules: FIELD_RULES[kind].map(findingsOf) };
}

const CHECKS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, checkOf(kind)])) as Record<
	RecordKind,
	ReturnType<typeof checkOf>
>;

/** A record in canonical form (fields in the order of its definition), or what is wrong with it: the first hundred faults, and how many more. */
export type Checked<K extends RecordKind> = { record: RecordOf<K> } | { faults: SchemaFault[] };

function others(more: string): SchemaFault {
	return { path: [], expected: 'no other faults', got: `${more} more` };
}

/** Checks one record by itself, field by field and by the rules between its fields. What concerns other records: `crossFaults`. */
export function checkRecord<K extends RecordKind>(kind: K, raw: unknown): Checked<K> {
	const { schema, rules } = CHECKS[kind];
	const parsed = schema.safeParse(raw);
	const faults = rules.flatMap((find) => find(raw));
	if (!parsed.success) faults.unshift(...explain(parsed.error, raw));
	return parsed.success && faults.length === 0
		? { record: parsed.data as RecordOf<K> }
		: { faults: capFaults(faults, others) };
}
