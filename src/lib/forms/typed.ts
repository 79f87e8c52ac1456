import type { Typed } from './types';

/** The field of an entry of a list that says which entry of the recorded list it was. */
export const WAS = 'was';

/** Entries that one list of a form may have, and fields that one form may send. */
const MOST_ENTRIES = 100;
const MOST_FIELDS = 20_000;

/** `a.b`; the name alone at the top. */
export function joinPath(path: string, name: string | number): string {
	return path === '' ? String(name) : `${path}.${name}`;
}

/** No field typed yet. Names come from outside: none of them reaches a prototype. */
export function emptyForm(): Typed {
	return Object.create(null) as Typed;
}

/** What a form sent, without files; line ends as they are kept. */
export function readForm(form: FormData): Typed {
	const typed = emptyForm();
	let fields = 0;
	for (const [name, value] of form) {
		if (typeof value !== 'string' || ++fields > MOST_FIELDS) continue;
		(typed[name] ??= []).push(value.replace(/\r\n?/g, '\n'));
	}
	return typed;
}

/** The text of a field; empty where it was not sent. */
export function textAt(typed: Typed, path: string): string {
	return typed[path]?.[0] ?? '';
}

/** The path at which an entry of a list stood in the recorded record; undefined inside one that was not recorded. */
export function recordedPath(typed: Typed, path: string): string | undefined {
	let [now, was] = ['', ''];
	for (const step of path.split('.')) {
		now = joinPath(now, step);
		const place = /^\d+$/.test(step) ? (typed[joinPath(now, WAS)]?.[0] ?? step) : step;
		if (place === '') return undefined;
		was = joinPath(was, place);
	}
	return was;
}

/** How many entries a list has: one more than the highest place that any field names. */
export function lengthAt(typed: Typed, path: string): number {
	let length = 0;
	for (const name of Object.keys(typed)) {
		if (!name.startsWith(`${path}.`)) continue;
		const [, digits] = /^(\d{1,4})(?:\.|$)/.exec(name.slice(path.length + 1)) ?? [];
		if (digits !== undefined && Number(digits) < MOST_ENTRIES) length = Math.max(length, Number(digits) + 1);
	}
	return length;
}

/** A list with more entries than a form takes, and the sentence for it; undefined where there is none. */
export function findOverlongList(typed: Typed): { path: string; message: string } | undefined {
	for (const name of Object.keys(typed)) {
		for (const { 1: digits, index } of name.matchAll(/\.(\d+)(?=\.|$)/g)) {
			if (Number(digits) < MOST_ENTRIES) continue;
			const message = `A form takes at most ${MOST_ENTRIES} of these: record longer lists by import or by the API.`;
			return { path: name.slice(0, index), message };
		}
	}
	return undefined;
}

/** The places of a list as `order` arranges them; a place that it leaves out goes. Neither argument changes. */
export function rearrangeList(typed: Typed, path: string, order: readonly number[]): Typed {
	const places = new Map(order.map((from, to) => [from, to]));
	const result = emptyForm();
	for (const [name, texts] of Object.entries(typed)) {
		const [, digits, rest = ''] = name.startsWith(`${path}.`)
			? (/^(\d{1,4})((?:\..*)?)$/.exec(name.slice(path.length + 1)) ?? [])
			: [];
		if (digits === undefined) {
			result[name] = texts;
			continue;
		}
		const to = places.get(Number(digits));
		if (to !== undefined) result[`${path}.${to}${rest}`] = texts;
	}
	return result;
}

/** The list without the entry at a place. */
export function removeEntry(typed: Typed, path: string, place: number): Typed {
	const others = Array.from({ length: lengthAt(typed, path) }, (_, i) => i).filter((i) => i !== place);
	return rearrangeList(typed, path, others);
}

/** Everything but what lies at or under a path. */
export function omitPath(typed: Typed, path: string): Typed {
	const kept = Object.entries(typed).filter(([name]) => name !== path && !name.startsWith(`${path}.`));
	return Object.assign(emptyForm(), Object.fromEntries(kept));
}
