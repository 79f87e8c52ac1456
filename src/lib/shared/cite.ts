import { day } from '$lib/ui/format';

/** What a chart or a table is cited by. */
export interface Cited {
	/** What it shows. */
	title: string;
	/** The day that its figures were known on. */
	as_of: string;
	/** The number of the last change to the ledger. */
	revision: number;
	/** The address that shows the same figures again. */
	address: string;
	/** Tells it from the other charts of the ledger. */
	id: string;
}

/** Where the figures of a picture come from, in one line. */
export function sourceLine(asOf: string, revision: number): string {
	return `Source: Buildout, the ledger of AI spending, as known on ${day(asOf)} (revision ${revision}). Data CC BY 4.0.`;
}

/** In plain text. */
export function citation({ title, as_of, revision, address }: Cited): string {
	return `Buildout (${as_of.slice(0, 4)}). ${title}. As known on ${day(as_of)}, revision ${revision} of the ledger. ${address}`;
}

/** What TeX reads as a command is written so that it reads as a letter. */
function tex(text: string): string {
	return text
		.replace(/[\\{}$&#_%~^]/g, (sign) =>
			sign === '\\' ? '\\textbackslash{}' : sign === '~' || sign === '^' ? `\\${sign}{}` : `\\${sign}`
		)
		.replaceAll('\u2013', '--')
		.replaceAll('\u2212', '$-$');
}

/** As an entry of BibTeX. */
export function bibtex({ title, as_of, revision, address, id }: Cited): string {
	const fields = [
		['author', '{Buildout}'],
		['title', `{${tex(title)}}`],
		['year', as_of.slice(0, 4)],
		['note', `As known on ${day(as_of)}, revision ${revision} of the ledger`],
		['url', address.replaceAll('{', '%7B').replaceAll('}', '%7D')]
	];
	const body = fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n');
	return `@misc{buildout-${id}-${as_of},\n${body}\n}`;
}
