import { z } from 'zod';
import { value } from '$lib/ledger/schema/parts';
import {
	address,
	date,
	day,
	dollars,
	flag,
	line,
	MOST_LINE,
	MOST_TEXT,
	signedDollars,
	slug,
	sourceKey,
	termDate,
	text,
	word
} from '$lib/ledger/schema/scalars';
import type { Choice, Group, Leaf, LeafKind, Node, Picked } from '../types';

/** What people read around a field, and what the schema cannot know of it. */
export interface FieldWords {
	label?: string;
	hint?: string;
	example?: string;
	more?: boolean;
	short?: boolean;
	/** What one entry of a list is called. */
	noun?: string;
	/** What a sentence calls it, where the label does not fit into one: `A summary`. */
	called?: string;
	/** A month or a year means its first or its last day. */
	end?: Leaf['end'];
	/** The records that are named here. */
	picks?: Picked;
	/** The sources of the record are ticked here; or this is the name by which they are. */
	as?: 'keys' | 'key' | 'country';
	/** What the words of a closed vocabulary are called. */
	choices?: Record<string, string>;
	/** The fields of a group, or of an entry of a list. */
	fields?: Record<string, FieldWords>;
}

/** Schemas that are one field to people, whatever they are made of. */
const LEAVES = new Map<unknown, [LeafKind, Partial<Leaf>?]>([
	[value, ['amount']],
	[dollars, ['dollars']],
	[signedDollars, ['signed']],
	[date, ['date']],
	[termDate, ['date']],
	[day, ['day']],
	[text, ['text', { most: MOST_TEXT }]],
	[line, ['line', { most: MOST_LINE }]],
	[slug, ['slug']],
	[word, ['word']],
	[address, ['address']],
	[flag, ['flag']],
	[sourceKey, ['key']]
]);

interface Bare {
	schema: unknown;
	required: boolean;
	nullable: boolean;
}

function bareOf(schema: unknown): Bare {
	if (schema instanceof z.ZodOptional) return { ...bareOf(schema.unwrap()), required: false };
	if (schema instanceof z.ZodNullable) return { ...bareOf(schema.unwrap()), nullable: true };
	return { schema, required: true, nullable: false };
}

function choicesOf(values: readonly unknown[], words: FieldWords): Choice[] {
	return values.map((each) => {
		const plain = String(each);
		return { value: plain, text: words.choices?.[plain] ?? plain.replaceAll('_', ' ') };
	});
}

function leafOf(schema: unknown, words: FieldWords): (Partial<Leaf> & { as: LeafKind }) | undefined {
	const known = LEAVES.get(schema);
	if (words.picks && !(schema instanceof z.ZodArray)) return { as: 'pick', picks: words.picks };
	if (known) return { as: words.as ?? known[0], ...known[1], ...(words.end && { end: words.end }) };
	if (schema instanceof z.ZodEnum) return { as: 'choice', choices: choicesOf(schema.options, words) };
	if (schema instanceof z.ZodString) return { as: 'line', most: MOST_LINE };
	if (schema instanceof z.ZodNumber) {
		const { least, most, whole } = schema.meta() ?? {};
		if (typeof least !== 'number' || typeof most !== 'number') return { as: 'number' };
		return { as: whole && most - least <= 10 ? 'scale' : 'number', least, most };
	}
	if (schema instanceof z.ZodUnion) {
		const [one, many] = schema.options.map((option) => bareOf(option).schema);
		if (one instanceof z.ZodEnum && many instanceof z.ZodArray)
			return { as: 'ticks', bare: true, choices: choicesOf(one.options, words) };
	}
	if (schema instanceof z.ZodArray && !words.picks) {
		const entry = bareOf(schema.element).schema;
		if (entry instanceof z.ZodEnum) return { as: 'ticks', choices: choicesOf(entry.options, words) };
		if (entry === sourceKey) return { as: 'keys' };
		if (entry === line || entry === slug) return { as: 'lines' };
	}
	return undefined;
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
	if (schema instanceof z.ZodObject) return schema.shape;
	if (!(schema instanceof z.ZodUnion)) return undefined;
	// Either one group or the other: the fields of both, each of which may be left out.
	const shapes = schema.options.map((option) => shapeOf(bareOf(option).schema));
	const merged: Record<string, unknown> = {};
	for (const shape of shapes) {
		for (const [name, field] of Object.entries(shape ?? {})) {
			const everywhere = shapes.every((other) => other && Object.hasOwn(other, name));
			merged[name] ??= everywhere ? field : z.optional(field as z.ZodType);
		}
	}
	return merged;
}

function wordsFor(name: string, { label, called, hint, example, more, short }: FieldWords) {
	const own = label ?? (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ');
	return {
		label: own,
		...(called && { called }),
		...(hint && { hint }),
		...(example && { example }),
		...(more && { more }),
		...(short !== undefined && { short })
	};
}

/** The field of a form for a field of a record. What it is comes from the schema; what it is called, from the words. */
function nodeOf(name: string, outer: unknown, words: FieldWords = {}): Node {
	const { schema, required, nullable } = bareOf(outer);
	const common = { name, required, nullable, ...wordsFor(name, words) };
	const leaf = leafOf(schema, words);
	if (leaf) return { ...common, ...leaf };
	if (schema instanceof z.ZodArray) {
		const entry = nodeOf('', schema.element, { ...words, hint: undefined, more: false });
		if (entry.as === 'list') throw new Error(`A list of lists cannot be typed: ${name}.`);
		return { ...common, as: 'list', noun: words.noun ?? name.replace(/s$/, ''), entry };
	}
	const shape = shapeOf(schema);
	if (!shape) throw new Error(`There is no field for ${name}: its schema is of no kind that forms know.`);
	return { ...common, as: 'group', fields: fieldsOf(shape, words.fields ?? {}) };
}

/** Fields in the order in which the words name them, then those that they do not name. */
function fieldsOf(shape: Record<string, unknown>, words: Record<string, FieldWords>): Node[] {
	const named = Object.keys(words).filter((name) => Object.hasOwn(shape, name));
	const rest = Object.keys(shape).filter((name) => !named.includes(name));
	return [...named, ...rest].map((name) => nodeOf(name, shape[name], words[name]));
}

/** The whole form of a record. */
export function formOf(schema: z.ZodType, label: string, words: Record<string, FieldWords>): Group {
	const root = nodeOf('', schema, { label, fields: words });
	if (root.as !== 'group') throw new Error(`${label} is not a record.`);
	return root;
}
