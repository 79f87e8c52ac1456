import { near } from '$lib/ledger/near';
import type { Named } from './types';

/** A text as names are compared: lower case, no accents, every run of other characters one hyphen. */
export function slugOf(text: string): string {
	return text
		.slice(0, 200)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/['’]/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 80)
		.replace(/-$/, '');
}

/** `name`, or the first of `name-2`, `name-3` … that is free. */
export function freeOf(name: string, isTaken: (name: string) => boolean): string {
	for (let n = 1; ; n++) {
		const candidate = n === 1 ? name : `${name}-${n}`;
		if (!isTaken(candidate)) return candidate;
	}
}

function plain(text: string): string {
	return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Records by the names that people type. A name that several records have names none of them; a slug always names its own. */
export class Lookup {
	private readonly bySlug = new Map<string, Named>();
	private readonly byName = new Map<string, Named | null>();
	private readonly byAlias = new Map<string, Named | null>();

	constructor(readonly records: readonly Named[]) {
		for (const each of records) {
			this.bySlug.set(each.slug, each);
			put(this.byName, each.name, each);
			for (const alias of each.also ?? []) put(this.byAlias, alias, each);
		}
	}

	/** The slug that a typed text stands for: a slug, a name, or another name of a record. */
	slug(text: string): string | undefined {
		const typed = plain(text);
		const found = this.byName.get(typed) ?? this.bySlug.get(typed) ?? this.byAlias.get(typed);
		return found?.slug;
	}

	/** Whether a record has this slug. */
	has(slug: string): boolean {
		return this.bySlug.has(slug);
	}

	/** What to show for a slug, so that it reads back as the same one. */
	text(slug: string): string {
		const name = this.bySlug.get(slug)?.name;
		return name !== undefined && this.slug(name) === slug ? name : slug;
	}

	/** Names that may have been meant. */
	near(text: string): string[] {
		return near(text, this.records, ({ slug, name, also = [] }) => [slug, name, ...also], 3).map(({ name }) => name);
	}
}

function put(map: Map<string, Named | null>, text: string, record: Named): void {
	const name = plain(text);
	const before = map.get(name);
	map.set(name, before === undefined || before === record ? record : null);
}
