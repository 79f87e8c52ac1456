import { difference, type FieldChange } from '$lib/shared/field-changes';
import { joinPath } from './typed';
import type { Group, List, Node } from '$lib/records/derive/form';
import { memberOf } from './write';

/** A field that two people changed from the same version, each in another way. The path is one of the merged record. */
export interface Conflict {
	path: string;
	base: unknown;
	theirs: unknown;
	yours: unknown;
}

/** Two versions of a record made into one. */
export interface Merged {
	/** Where both changed a field, it says what yours says. */
	record: unknown;
	conflicts: Conflict[];
	/** What the other version brought in that yours had left alone. */
	taken: FieldChange[];
	/** Entries that one side took out and the other changed: they are kept. */
	kept: string[];
}

function isSame(a: unknown, b: unknown): boolean {
	return difference({ value: a }, { value: b }).length === 0;
}

/** What an entry of a list is known by; the second of the same name is another one. */
function indexByKey(list: unknown): Map<string, unknown> {
	const entries = new Map<string, unknown>();
	for (const entry of Array.isArray(list) ? (list as unknown[]) : []) {
		const parts = (names: string[]) => names.map((part) => memberOf(entry, part)).filter((part) => part !== undefined);
		const [own] = parts(['key', 'in', 'year', 'from']);
		const name = own === undefined ? parts(['on', 'type', 'by']).join(', ') : String(own);
		let free = name;
		for (let n = 2; entries.has(free); n++) free = `${name} ${n}`;
		entries.set(free, entry);
	}
	return entries;
}

class Merger {
	readonly conflicts: Conflict[] = [];
	readonly kept: string[] = [];

	merge(node: Node, base: unknown, theirs: unknown, yours: unknown, path: string): unknown {
		if (isSame(theirs, yours) || isSame(base, theirs)) return yours;
		if (isSame(base, yours)) return theirs;
		if (node.as === 'group' && theirs !== undefined && yours !== undefined && theirs !== null && yours !== null)
			return this.group(node, base, theirs, yours, path);
		if (node.as === 'list' && node.entry.as === 'group') return this.list(node, base, theirs, yours, path);
		this.conflicts.push({ path, base, theirs, yours });
		return yours;
	}

	private group(node: Group, base: unknown, theirs: unknown, yours: unknown, path: string): unknown {
		const members = node.fields.map(({ name }, i): [string, unknown] => [
			name,
			this.merge(
				node.fields[i]!,
				memberOf(base, name),
				memberOf(theirs, name),
				memberOf(yours, name),
				joinPath(path, name)
			)
		]);
		return Object.fromEntries(members.filter(([, value]) => value !== undefined));
	}

	private list(node: List, base: unknown, theirs: unknown, yours: unknown, path: string): unknown {
		const [was, other, own] = [indexByKey(base), indexByKey(theirs), indexByKey(yours)];
		const entries: unknown[] = [];
		for (const name of new Set([...other.keys(), ...own.keys()])) {
			const [before, there, here] = [was.get(name), other.get(name), own.get(name)];
			const at = joinPath(path, entries.length);
			if (there !== undefined && here !== undefined) {
				entries.push(this.merge(node.entry, before, there, here, at));
				continue;
			}
			const left = there ?? here;
			// New on one side, or taken out on the other: only what the other side changed meanwhile is kept.
			if (before !== undefined && isSame(before, left)) continue;
			if (before !== undefined) this.kept.push(name);
			entries.push(left);
		}
		return entries.length > 0 || node.required ? entries : undefined;
	}
}

/**
 * Merges two versions that come of the same one: what only one side changed is taken, field by field and entry by entry; what
 * both changed is a conflict and says `yours`. Nobody's change is lost unseen.
 */
export function mergeThree(root: Group, base: unknown, theirs: unknown, yours: unknown): Merged {
	const merger = new Merger();
	const record = merger.merge(root, base, theirs, yours, '');
	const clashing = new Set(merger.conflicts.map(({ path }) => path));
	const taken = difference(yours, record).filter(({ path }) => !clashing.has(path.join('.')));
	return { record, conflicts: merger.conflicts, taken, kept: merger.kept };
}
