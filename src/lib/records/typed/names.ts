import { nearestMatches } from './fuzzy-match';

/** A record that may be named: its slug, the name people type, and other names of it. */
export interface Named {
	slug: string;
	name: string;
	also?: string[];
}

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

/** How like a name must be to be offered, 0 to 1, and the most words of one. */
const CLOSE = 0.7;
const LONGEST_NAME = 12;

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

	/**
	 * Names that may have been meant: a slip of the pen away, or the first words of what was typed (“Oracle Corporation”). Half a
	 * name in common is another company.
	 */
	near(text: string): string[] {
		const texts = ({ slug, name, also = [] }: Named) => [slug, name, ...also];
		const like = nearestMatches(text, this.records, texts, 3, CLOSE).map(({ name }) => name);
		const words = plain(text).split(' ').slice(0, LONGEST_NAME);
		for (let count = words.length - 1; count > 0 && like.length === 0; count--) {
			const found = this.slug(words.slice(0, count).join(' '));
			if (found !== undefined) like.push(this.text(found));
		}
		return like;
	}
}

function put(map: Map<string, Named | null>, text: string, record: Named): void {
	const name = plain(text);
	const before = map.get(name);
	map.set(name, before === undefined || before === record ? record : null);
}
