import { readLeaf, sayLeaf, type Lookups } from './leaves';
import { lengthAt, textAt, joinPath, WAS } from './typed';
import type { Group, Leaf, List, Node } from '$lib/records/derive/form';
import type { FieldFault, Typed } from './types';
import { memberOf } from './write';

/** A form as a raw record for the schema. */
export interface Reading {
	record: Record<string, unknown>;
	/** What could not be read; those fields are left out of the record. */
	faults: FieldFault[];
	/** The field that each place of a list of the record was typed in: an entry that was left empty is not in the record. */
	places: Map<string, string>;
}

interface Reader {
	typed: Typed;
	lookups: Lookups;
	faults: FieldFault[];
	places: Map<string, string>;
}

/** Nothing, in the way in which the record says it: as it was recorded, else null where the schema wants one. */
function nothingOf(node: Node, base: unknown): unknown {
	if (base === null && node.nullable) return null;
	if (Array.isArray(base) && base.length === 0 && !node.required) return base;
	return node.nullable && node.required ? null : undefined;
}

function areEqual(texts: readonly string[], others: readonly string[]): boolean {
	return texts.length === others.length && texts.every((text, i) => text === others[i]);
}

function readOne(reader: Reader, leaf: Leaf, path: string, base: unknown): unknown {
	const texts = (reader.typed[path] ?? []).filter((text) => text !== '' || leaf.as === 'keys');
	// What nobody touched stays exactly as it was, also where it could not be typed that way.
	if (base !== undefined && areEqual(texts, sayLeaf(leaf, base, reader.lookups))) return base;
	const read = readLeaf(leaf, texts, reader.lookups);
	if ('fault' in read) {
		reader.faults.push({ path, ...read.fault });
		return undefined;
	}
	return read.value === undefined ? nothingOf(leaf, base) : read.value;
}

function readGroup(reader: Reader, node: Group, path: string, at: string, base: unknown): unknown {
	const members = node.fields.map((field): [string, unknown] => [
		field.name,
		readNode(reader, field, joinPath(path, field.name), joinPath(at, field.name), memberOf(base, field.name))
	]);
	const record = Object.fromEntries(members.filter(([, value]) => value !== undefined));
	if (node.required || members.some(([, value]) => value !== undefined && value !== null)) return record;
	const touched = reader.faults.some((fault) => fault.path.startsWith(`${path}.`));
	if (touched) return record;
	// A group that says null and nothing else shows no text: left empty, it is still what was recorded.
	return saysOnlyNull(base) ? base : nothingOf(node, base);
}

function saysOnlyNull(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.values(value).every((each) => each === null);
}

/** A choice, a tie to a source or a name that nobody sees does not make an entry: only what was written does. */
const NOT_WRITTEN = new Set(['choice', 'flag', 'key', 'keys']);

function isBlank(typed: Typed, node: Node, path: string): boolean {
	if (node.as === 'group') return node.fields.every((field) => isBlank(typed, field, joinPath(path, field.name)));
	if (node.as === 'list')
		return Array.from({ length: lengthAt(typed, path) }).every((_, i) => isBlank(typed, node.entry, joinPath(path, i)));
	return NOT_WRITTEN.has(node.as) || (typed[path] ?? []).every((text) => text.trim() === '');
}

function readList(reader: Reader, node: List, path: string, at: string, base: unknown): unknown {
	const entries: unknown[] = [];
	for (let place = 0, length = lengthAt(reader.typed, path); place < length; place++) {
		const field = joinPath(path, place);
		const was = textAt(reader.typed, joinPath(field, WAS));
		const old = node.entry.as === 'group' ? (/^\d{1,4}$/.test(was) ? Number(was) : -1) : place;
		const before = memberOf(base, old);
		if (before === undefined && isBlank(reader.typed, node.entry, field)) continue;
		const target = joinPath(at, entries.length);
		const faults = reader.faults.length;
		const value = readNode(reader, node.entry, field, target, before);
		if (value === undefined && reader.faults.length === faults) continue;
		reader.places.set(target, field);
		entries.push(value ?? null);
	}
	if (entries.length > 0) return entries;
	return nothingOf(node, base) ?? (node.required ? entries : undefined);
}

function readNode(reader: Reader, node: Node, path: string, at: string, base: unknown): unknown {
	if (node.as === 'group') return readGroup(reader, node, path, at, base);
	if (node.as === 'list') return readList(reader, node, path, at, base);
	return readOne(reader, node, path, base);
}

/**
 * Reads a form back. `base` is the record that the form was made from, null for a new one: a field whose text is still the one
 * shown for it keeps its value to the bit. Nothing is checked here but that each text can be read; see `faults.ts`.
 */
export function readRecord(root: Group, typed: Typed, base: unknown, lookups: Lookups): Reading {
	const reader: Reader = { typed, lookups, faults: [], places: new Map() };
	const record = readGroup(reader, { ...root, required: true }, '', '', base) as Record<string, unknown>;
	return { record, faults: reader.faults, places: reader.places };
}
