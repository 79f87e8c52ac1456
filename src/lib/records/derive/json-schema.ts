import type { Definition, Field, Fields } from '../define';
import { DEFINITIONS } from '../definitions';
import { ROW_KINDS, type RecordKind } from '../index';
import {
	FIRST_YEAR,
	LAST_YEAR,
	LAST_YEAR_OF_TERMS,
	MOST_ADDRESS,
	MOST_DOLLARS,
	MOST_LINE,
	MOST_TEXT,
	RESERVED_SLUGS,
	SLUG,
	SOURCE_KEY,
	WORD
} from '../limits';
import type { Vocabulary } from '../vocabularies';
import { plainWords } from './form';

/**
 * The files of `data/` as JSON Schemas, derived from the definitions of records: an editor that has them completes fields and words
 * and shows faults while somebody writes. What holds between fields and records, `npm run ledger -- check` alone says.
 */

/** A JSON Schema of draft 7: the newest that editors of YAML know in full. */
export interface JsonSchema {
	[keyword: string]: unknown;
}

const PARTIAL = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';
/** Something that can be seen, on one line. */
const ONE_LINE = '^[^\\n\\t]*[^\\s][^\\n\\t]*$';

const FRACTION = '^(0(\\.\\d{1,6})?|1(\\.0{1,6})?)$';

/** A month or year may be written as one; a bare year is a number to YAML. */
function datePattern(lastYear: number): JsonSchema {
	return { type: ['string', 'integer'], pattern: PARTIAL, minimum: FIRST_YEAR, maximum: lastYear };
}

function oneOf({ words, choices }: Vocabulary): JsonSchema {
	return { enum: [...words], enumDescriptions: words.map((word) => choices[word]) };
}

/** The other fields of a group are refused. */
function groupSchema(fields: Fields): JsonSchema {
	const required = Object.keys(fields).filter((name) => fields[name]?.optional === false);
	return {
		type: 'object',
		properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field, name)])),
		...(required.length > 0 && { required }),
		additionalProperties: false
	};
}

function valueSchema(field: Field): JsonSchema {
	switch (field.kind) {
		case 'text':
			return { type: 'string', pattern: '\\S', maxLength: MOST_TEXT };
		case 'line':
			return { type: 'string', pattern: ONE_LINE, maxLength: field.most ?? MOST_LINE };
		case 'country':
			return { type: 'string', pattern: ONE_LINE, maxLength: MOST_LINE };
		case 'slug':
			return { type: 'string', pattern: SLUG.source, not: { enum: [...RESERVED_SLUGS] } };
		case 'word':
			return { type: 'string', pattern: WORD.source };
		case 'key':
			return { type: 'string', pattern: SOURCE_KEY.source };
		case 'address':
			return { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://\\S+$', maxLength: MOST_ADDRESS };
		case 'anything':
			return { type: 'string' };
		case 'day':
			return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
		case 'date':
			return datePattern(field.late ? LAST_YEAR_OF_TERMS : LAST_YEAR);
		case 'flag':
			return { type: 'boolean' };
		case 'dollars':
			return { type: 'integer', minimum: field.signed ? -MOST_DOLLARS : 0, maximum: MOST_DOLLARS };
		case 'fraction':
			// As a number or, to keep its digits, as text.
			return { type: ['number', 'string'], minimum: 0, maximum: 1, pattern: FRACTION };
		case 'number': {
			const { least, most, whole } = field;
			const bounds = { ...(least !== undefined && { minimum: least }), ...(most !== undefined && { maximum: most }) };
			return { type: whole ? 'integer' : 'number', ...bounds };
		}
		case 'pattern':
			return { type: 'string', pattern: field.pattern.source };
		case 'choice':
			return oneOf(field.vocabulary);
		case 'choices': {
			const one = oneOf(field.vocabulary);
			return { anyOf: [one, { type: 'array', items: one, minItems: 1, uniqueItems: true }] };
		}
		case 'list': {
			const { least, unique, entry } = field;
			const bounds = { ...(least > 0 && { minItems: least }), ...(unique && { uniqueItems: true }) };
			return { type: 'array', items: schemaOf(entry), ...bounds };
		}
		case 'group':
			// Of an amount at least one end is stated.
			return { ...groupSchema(field.fields), ...(field.as === 'amount' && { minProperties: 1 }) };
		case 'either':
			return { anyOf: field.groups.map((each) => groupSchema(each.fields)) };
	}
}

/** What an editor says where a value is none of those that are taken: the sentence of the check. */
function messageOf(field: Field): JsonSchema {
	return 'expected' in field ? { errorMessage: `Expected ${field.expected}.` } : {};
}

function schemaOf(field: Field, name?: string): JsonSchema {
	const { label, hint, column, nullable } = field;
	const title = label ?? (name && plainWords(name));
	const description = hint ?? (column && 'label' in column ? column.description : undefined);
	const value = { ...valueSchema(field), ...messageOf(field) };
	return {
		...(title !== undefined && { title }),
		...(description !== undefined && { description }),
		...(nullable ? { anyOf: [value, { type: 'null' }] } : value)
	};
}

function isRow(kind: RecordKind): boolean {
	return ROW_KINDS.some((each) => each === kind);
}

/**
 * The schema of what a file of `data/` holds: a deal, whose slug is the name of its file; a list of the records of another kind; of a
 * kind that stands in a table, one record.
 */
export function jsonSchemaOf(kind: RecordKind): JsonSchema {
	const { fields, title, list }: Definition = DEFINITIONS[kind];
	const head = { $schema: 'http://json-schema.org/draft-07/schema#', $id: `/schema/${kind}.json` };
	const isDeal = kind === 'deals';
	const record = groupSchema(
		isDeal ? Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'slug')) : fields
	);
	if (isDeal || isRow(kind)) return { ...head, title, ...record };
	return { ...head, title: list, type: 'array', items: { title, ...record } };
}
