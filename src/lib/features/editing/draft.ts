import { textAt } from '$lib/forms/typed';
import type { Typed } from '$lib/forms/types';

/** What was typed and not saved, kept by the browser alone: of each page that was left its own, so that none overwrites another. `base` in it is the revision that it was typed on. */

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

/** A page that was given out has a mark of its own, which its draft is known by. */
function markOf(typed: Typed): string {
	return textAt(typed, 'once');
}

/** At most this many drafts of one record are kept, the newest first. */
const MOST = 5;

function write(kind: string, slug: string | null, drafts: readonly Typed[]): void {
	try {
		if (drafts.length === 0) localStorage.removeItem(keyOf(kind, slug));
		else localStorage.setItem(keyOf(kind, slug), JSON.stringify(drafts.slice(0, MOST)));
	} catch {
		// A browser that keeps nothing is let be.
		return;
	}
}

/** The drafts of a record, each of another page, the newest first; none where the browser keeps nothing. */
export function readDrafts(kind: string, slug: string | null): Typed[] {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(keyOf(kind, slug)) ?? '[]');
		return (Array.isArray(value) ? value : [value]).filter(isTyped);
	} catch {
		return [];
	}
}

/** Keeps what was typed on a page beside what was typed on others. */
export function keepDraft(kind: string, slug: string | null, typed: Typed): void {
	const others = readDrafts(kind, slug).filter((each) => markOf(each) !== markOf(typed));
	write(kind, slug, [typed, ...others]);
}

/** Forgets what was typed on the page that a draft comes from. */
export function dropDraft(kind: string, slug: string | null, typed: Typed): void {
	const kept = readDrafts(kind, slug);
	const others = kept.filter((each) => markOf(each) !== markOf(typed));
	if (others.length < kept.length) write(kind, slug, others);
}

/** Whether two forms say the same; fields left empty do not matter, nor which page they were typed on. */
export function isSameTyped(a: Typed, b: Typed): boolean {
	const hasText = (typed: Typed) =>
		JSON.stringify(
			Object.entries(typed)
				.map(([name, texts]): [string, string[]] => [name, texts.filter(Boolean)])
				.filter(([name, texts]) => texts.length > 0 && name !== 'once')
				.sort(([x], [y]) => (x < y ? -1 : 1))
		);
	return hasText(a) === hasText(b);
}

/** How a draft is known: the first words that it has and the record has not. */
export function summariseDraft(draft: Typed, recorded: Typed): string {
	const own = Object.keys(draft).find(
		(name) =>
			!/^(base|once|why)$|\.(was|key|sources|type|kind)$/.test(name) && textAt(draft, name) !== textAt(recorded, name)
	);
	return own === undefined ? '' : textAt(draft, own).slice(0, 80);
}
