import { sayLeaf, type Lookups } from './leaves';
import { emptyForm, joinPath, WAS } from './typed';
import type { Group, List, Node } from '$lib/records/derive/form';
import type { Typed } from './types';

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of a value that may be anything; undefined where it has none of its own. */
export function memberOf(value: unknown, name: string | number): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (Reflect.get(value, name) as unknown)
		: undefined;
}

function sayList(node: List, value: unknown, path: string, lookups: Lookups, typed: Typed): void {
	const entries: unknown[] = Array.isArray(value) ? value : [];
	entries.forEach((entry, place) => {
		const at = joinPath(path, place);
		writeValue(node.entry, entry, at, lookups, typed);
		if (node.entry.as === 'group') typed[joinPath(at, WAS)] = [String(place)];
	});
}

/** Writes what a recorded value reads as into `typed`, at a path. */
export function writeValue(node: Node, value: unknown, path: string, lookups: Lookups, typed: Typed): void {
	if (node.as === 'group') {
		for (const field of node.fields)
			writeValue(field, memberOf(value, field.name), joinPath(path, field.name), lookups, typed);
	} else if (node.as === 'list') {
		sayList(node, value, path, lookups, typed);
	} else {
		const texts = sayLeaf(node, value, lookups);
		if (texts.length > 0) typed[path] = texts;
	}
}

/** A record as the fields of a form. Which entry of a list each one is goes along, so that what is not touched stays as it is. */
export function typedOf(root: Group, record: unknown, lookups: Lookups): Typed {
	const typed = emptyForm();
	if (isObject(record)) writeValue(root, record, '', lookups, typed);
	return typed;
}
