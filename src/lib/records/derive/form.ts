import type { Definition, Field, Fields, Options, Picked } from '../define';
import { MOST_LINE, MOST_TEXT } from '../limits';
import type { Vocabulary } from '../vocabularies';

/**
 * What a form is made of, as plain data, derived from the definition of a record: components render it, and the same tree reads
 * back what was sent. A field is named by its path in the record: `events.0.value`.
 */

/** One choice of a closed vocabulary. */
export interface Choice {
	value: string;
	text: string;
}

/**
 * How a single value is typed. line, text: words. choice, ticks: of a closed list. scale: a whole number of few. amount: a value
 * with ends, as people write it. dollars: one sum; signed: one that may be negative. date: a day, month or year; day: a whole
 * day. fraction: a part of the whole. flag: yes, no or not said. country: by its usual
 * name. lines: a list, one entry a line. pick: the name of another record. keys: which of the
 * record's sources. key: the name of a source, which people do not see.
 */
export type LeafKind =
	| 'line'
	| 'text'
	| 'choice'
	| 'ticks'
	| 'scale'
	| 'amount'
	| 'dollars'
	| 'signed'
	| 'number'
	| 'fraction'
	| 'date'
	| 'day'
	| 'flag'
	| 'lines'
	| 'address'
	| 'slug'
	| 'word'
	| 'country'
	| 'pick'
	| 'keys'
	| 'key';

/** What people read around a field. */
interface Words {
	label: string;
	/** What a sentence calls it: `A summary`. Absent: its label. */
	called?: string;
	hint?: string;
	example?: string;
	/** Folded away until it is wanted. */
	more?: boolean;
	/** A few words: two of them fit beside each other. */
	short?: boolean;
}

export interface Leaf extends Words {
	as: LeafKind;
	name: string;
	required: boolean;
	/** Left empty, it is recorded as null. */
	nullable: boolean;
	choices?: Choice[];
	picks?: Picked;
	/** Of numbers: the bounds, both included. Of text: the most characters. */
	least?: number;
	most?: number;
	/** A month or a year typed here means its first or its last day. */
	end?: 'first' | 'last';
	/** A list of one entry may be recorded as the entry itself. */
	bare?: boolean;
}

/** Fields that belong together; left empty as a whole where it is not required. */
export interface Group extends Words {
	as: 'group';
	name: string;
	required: boolean;
	nullable: boolean;
	fields: Node[];
}

/** A list that grows and shrinks by buttons. */
export interface List extends Words {
	as: 'list';
	name: string;
	required: boolean;
	nullable: boolean;
	/** What one entry is called: `event`. */
	noun: string;
	/** Entries come by another way than a button of the list. */
	closed?: boolean;
	entry: Group | Leaf;
}

export type Node = Leaf | Group | List;

/** A part of a form with a heading; `folded` until it is wanted. */
export interface Section {
	title: string;
	note?: string;
	folded?: boolean;
	nodes: Node[];
}

type Kind = Pick<Leaf, 'as' | 'choices' | 'picks' | 'least' | 'most' | 'end' | 'bare'>;

/** The most steps of a scale that people choose from rather than type. */
const LONGEST_SCALE = 10;

function choicesOf({ words, choices }: Vocabulary): Choice[] {
	return words.map((word) => ({ value: word, text: choices[word] ?? word }));
}

function listKind(field: Extract<Field, { kind: 'list' }>): Kind | undefined {
	const { entry } = field;
	if (field.picks || !field.unique) return undefined;
	if (entry.kind === 'choice') return { as: 'ticks', choices: choicesOf(entry.vocabulary) };
	if (entry.kind === 'key') return { as: 'keys' };
	return { as: 'lines' };
}

/** How a field is typed where it is a single one to people, whatever it is made of. */
function kindOf(field: Field): Kind | undefined {
	if (field.picks && field.kind !== 'list') return { as: 'pick', picks: field.picks };
	switch (field.kind) {
		case 'text':
			return { as: 'text', most: MOST_TEXT };
		case 'country':
			return { as: 'country', most: MOST_LINE };
		case 'line':
			return { as: 'line', most: field.most ?? MOST_LINE };
		case 'pattern':
		case 'anything':
			return { as: 'line', most: MOST_LINE };
		case 'date':
			return { as: 'date', ...(field.end && { end: field.end }) };
		case 'slug':
		case 'word':
		case 'key':
		case 'address':
		case 'day':
		case 'flag':
			return { as: field.kind };
		case 'dollars':
			return { as: field.signed ? 'signed' : 'dollars' };
		case 'fraction':
			return { as: 'fraction' };
		case 'number': {
			const { least, most, whole } = field;
			if (least === undefined || most === undefined) return { as: 'number' };
			return { as: whole && most - least <= LONGEST_SCALE ? 'scale' : 'number', least, most };
		}
		case 'choice':
			return { as: 'choice', choices: choicesOf(field.vocabulary) };
		case 'choices':
			return { as: 'ticks', bare: true, choices: choicesOf(field.vocabulary) };
		case 'list':
			return listKind(field);
		case 'group':
			return field.as === 'amount' ? { as: 'amount' } : undefined;
		case 'either':
			return undefined;
	}
}

/** A name as words: `us_share` reads `us share`. */
export function plainWords(name: string): string {
	return name.replaceAll('_', ' ');
}

function wordsFor(name: string, { label, called, hint, example, more, short }: Options): Words {
	const own = label ?? plainWords(name.charAt(0).toUpperCase() + name.slice(1));
	return {
		label: own,
		...(called && { called }),
		...(hint && { hint }),
		...(example && { example }),
		...(more && { more }),
		...(short !== undefined && { short })
	};
}

/** The fields of either group: what only one of them has may be left out. */
function fieldsOfEither(groups: readonly (Field & { kind: 'group' })[]): Fields {
	const merged: Record<string, Field> = {};
	for (const { fields } of groups)
		for (const [name, field] of Object.entries(fields)) {
			const everywhere = groups.every((other) => Object.hasOwn(other.fields, name));
			merged[name] ??= everywhere ? field : { ...field, optional: true };
		}
	return merged;
}

function nodeOf(name: string, field: Field): Node {
	const common = { name, required: !field.optional, nullable: field.nullable, ...wordsFor(name, field) };
	const kind = kindOf(field);
	if (kind) return { ...common, ...kind };
	if (field.kind === 'list') {
		const { label, called, example, short, picks } = field;
		const entry = nodeOf('', { ...field.entry, label, called, example, short, picks });
		if (entry.as === 'list') throw new Error(`A list of lists cannot be typed: ${name}.`);
		return { ...common, as: 'list', noun: field.noun ?? name.replace(/s$/, ''), entry };
	}
	if (field.kind === 'either') return { ...common, as: 'group', fields: nodesOf(fieldsOfEither(field.groups)) };
	if (field.kind === 'group') return { ...common, as: 'group', fields: nodesOf(field.fields) };
	throw new Error(`There is no field of a form for ${name}.`);
}

/** The names of fields in the order in which a form shows them. */
function inOrder(fields: Fields): string[] {
	const names = Object.keys(fields).filter((name) => !fields[name]?.after && !fields[name]?.last);
	let waiting = Object.keys(fields).filter((name) => fields[name]?.after);
	for (let left = -1; left !== waiting.length;) {
		left = waiting.length;
		waiting = waiting.filter((name) => {
			const place = names.indexOf(fields[name]?.after ?? '');
			if (place >= 0) names.splice(place + 1, 0, name);
			return place < 0;
		});
	}
	return [...names, ...waiting, ...Object.keys(fields).filter((name) => fields[name]?.last)];
}

function nodesOf(fields: Fields): Node[] {
	return inOrder(fields).flatMap((name) => {
		const field = fields[name];
		return field ? [nodeOf(name, field)] : [];
	});
}

/** Fields as a group of a form by themselves. */
export function groupOf(label: string, fields: Fields): Group {
	return { as: 'group', name: '', label, required: true, nullable: false, fields: nodesOf(fields) };
}

/** The form of a kind of record: the whole, and in its parts. */
export interface RecordForm {
	form: Group;
	sections: Section[];
}

/** The form of a kind of record, derived from its definition. */
export function formOf({ called, fields, parts }: Definition): RecordForm {
	const nodes = nodesOf(fields);
	const rest = parts.at(-1)?.title;
	const sections = parts.map((part) => ({
		...part,
		nodes: nodes.filter(({ name }) => (fields[name]?.section ?? rest) === part.title)
	}));
	return {
		form: { ...groupOf(called, fields), fields: sections.flatMap((section) => section.nodes) },
		sections
	};
}
