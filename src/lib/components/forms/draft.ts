import type { Typed } from '$lib/forms/types';

/** What was typed and not saved, kept by the browser alone. `base` in it is the revision that it was typed on. */

function keyOf(kind: string, slug: string | null): string {
	return `buildout-draft:${kind}/${slug ?? ''}`;
}

function isTyped(value: unknown): value is Typed {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every((texts) => Array.isArray(texts) && texts.every((text) => typeof text === 'string'))
	);
}

/** The draft of a record; undefined where there is none, or the browser keeps nothing. */
export function readDraft(kind: string, slug: string | null): Typed | undefined {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(keyOf(kind, slug)) ?? 'null');
		return isTyped(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps a draft; a browser that keeps nothing is let be. */
export function keepDraft(kind: string, slug: string | null, typed: Typed): void {
	try {
		localStorage.setItem(keyOf(kind, slug), JSON.stringify(typed));
	} catch {
		return;
	}
}

/** Forgets the draft of a record. */
export function dropDraft(kind: string, slug: string | null): void {
	try {
		localStorage.removeItem(keyOf(kind, slug));
	} catch {
		return;
	}
}

/** Whether two forms say the same; fields left empty do not matter, nor which page they were typed on. */
export function sameTyped(a: Typed, b: Typed): boolean {
	const filled = (typed: Typed) =>
		JSON.stringify(
			Object.entries(typed)
				.map(([name, texts]): [string, string[]] => [name, texts.filter(Boolean)])
				.filter(([name, texts]) => texts.length > 0 && name !== 'once')
				.sort(([x], [y]) => (x < y ? -1 : 1))
		);
	return filled(a) === filled(b);
}
