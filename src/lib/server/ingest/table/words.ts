import type { Vocabulary } from '$lib/records/vocabularies';
import { readDate } from '$lib/records/typed/dates';
import type { Lookup } from '$lib/records/typed/names';
import { CellFault } from './cells';

function plain(text: string): string {
	return text
		.trim()
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_');
}

/** The word of a closed list that a cell means: the word, or what a screen calls it; any other text stays for the schema to refuse. */
export function readWord({ labels }: Vocabulary, cell: string): string {
	const words = Object.entries(labels);
	const typed = plain(cell);
	const [word] = words.find(([word]) => word === typed) ?? words.find(([, label]) => plain(label) === typed) ?? [];
	return word ?? cell;
}

/** A date as people write it; any other text stays for the schema to refuse. */
export function readDay(cell: string): string {
	return readDate(cell) ?? cell;
}

/**
 * The slug of an organisation that a cell names by slug, name or another name. Without a ledger to look it up in, the text itself.
 *
 * @throws {CellFault} where the ledger has none of that name, or several
 */
export function readParty(cell: string, organisations: Lookup | undefined): string {
	if (!organisations || organisations.has(cell)) return cell;
	const slug = organisations.slug(cell);
	if (slug !== undefined) return slug;
	const [like] = organisations.near(cell);
	const hint = like === undefined ? '' : `; the nearest is ${like}`;
	throw new CellFault(`expected an organisation of the ledger by name or slug, got ${cell.slice(0, 100)}${hint}`);
}

/** As `readParty` for the company of a figure, which may be a whole economy that is no organisation: a slug is left for the ledger to judge. */
export function readCompany(cell: string, organisations: Lookup | undefined): string {
	const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell);
	return isSlug && organisations?.slug(cell) === undefined ? cell : readParty(cell, organisations);
}
