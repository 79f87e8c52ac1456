/** What texts call by its name in addresses: its title, and its page. */
export type Mentions = Record<string, { title: string; href: string }>;

/** A name in addresses, two words or more joined by hyphens, or a filter by a company; made anew, as it remembers its place. */
export function mentionPattern(): RegExp {
	return /\b(?:payer|payee|organisation)=[a-z0-9-]+|\b[a-z0-9]+(?:-[a-z0-9]+)+\b/g;
}

/** A piece of a text: words, or a record by its title. */
export interface ProsePart {
	text: string;
	href?: string;
}

/** A text with the records that it names called by their titles. */
export function proseParts(text: string, mentions: Mentions): ProsePart[] {
	const parts: ProsePart[] = [];
	let from = 0;
	for (const match of text.matchAll(mentionPattern())) {
		const found = mentions[match[0]];
		if (!found) continue;
		if (match.index > from) parts.push({ text: text.slice(from, match.index) });
		parts.push({ text: found.title, href: found.href });
		from = match.index + match[0].length;
	}
	if (from < text.length) parts.push({ text: text.slice(from) });
	return parts;
}

/** The same where no link can stand. */
export function proseText(text: string, mentions: Mentions): string {
	return proseParts(text, mentions)
		.map((part) => (part.href ? `“${part.text}”` : part.text))
		.join('');
}
