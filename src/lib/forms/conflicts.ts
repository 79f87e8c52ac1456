import { nodeAt } from './faults';
import type { Lookups } from './leaves';
import type { Conflict } from './merge';
import { emptyForm, textAt, joinPath, omitPath } from './typed';
import type { Group } from '$lib/records/derive/form';
import type { FieldFault, Typed } from './types';
import { writeValue } from './write';

/** Beside a field that two people changed: what the others say, what it was, and whose it is to be. */
export const THEIRS = '~theirs';
export const BEFORE = '~before';
export const TAKE = '~take';

/** A conflict as the form carries it until somebody has chosen. */
export type Open = Omit<Conflict, 'yours'> & { label: string };

function asText(value: unknown): string {
	return JSON.stringify(value ?? null);
}

function fromText(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return null;
	}
}

/** Puts conflicts beside their fields. */
export function markConflicts(typed: Typed, conflicts: readonly Conflict[]): Typed {
	const result = Object.assign(emptyForm(), typed);
	for (const { path, theirs, base } of conflicts) {
		result[joinPath(path, THEIRS)] = [asText(theirs)];
		result[joinPath(path, BEFORE)] = [asText(base)];
	}
	return result;
}

function paths(typed: Typed): string[] {
	return Object.keys(typed)
		.filter((name) => name.endsWith(`.${THEIRS}`))
		.map((name) => name.slice(0, -THEIRS.length - 1));
}

/** The conflicts that a form still carries. */
export function openConflicts(root: Group, typed: Typed): Open[] {
	return paths(typed).flatMap((path) => {
		const node = nodeAt(root, path);
		if (!node) return [];
		const [theirs, base] = [THEIRS, BEFORE].map((name) => fromText(textAt(typed, joinPath(path, name))));
		return [{ path, label: node.label, theirs, base }];
	});
}

/** The form after what was chosen: theirs in place of yours where that was wanted. What is not chosen stays open. */
export function applyChoices(root: Group, typed: Typed, lookups: Lookups): Typed {
	let result = typed;
	for (const path of paths(typed)) {
		const node = nodeAt(root, path);
		const take = textAt(typed, joinPath(path, TAKE));
		if (!node || (take !== 'theirs' && take !== 'yours')) continue;
		const theirs = fromText(textAt(typed, joinPath(path, THEIRS)));
		if (take === 'theirs') {
			result = omitPath(result, path);
			writeValue(node, theirs ?? undefined, path, lookups, result);
		} else {
			for (const mark of [THEIRS, BEFORE, TAKE]) result = omitPath(result, joinPath(path, mark));
		}
	}
	return result;
}

/** A sentence beside each conflict that nobody has settled. */
export function conflictFaults(root: Group, typed: Typed): FieldFault[] {
	return openConflicts(root, typed).map(({ path, label }) => ({
		path,
		message: `${label} was changed by somebody else, too. Choose which one to keep.`
	}));
}
