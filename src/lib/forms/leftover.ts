import { parseAmount } from '$lib/records/typed/amounts';
import { memberOf } from './write';

/** A text that still states an amount which the record no longer has: where it stands, and how it is written there. */
export interface Leftover {
	path: string;
	text: string;
}

const SUM = /\$? ?\d[\d,]*(?:\.\d+)?[ -]?(?:thousand|million|billion|trillion|bn|mn|tn|[bmtk])?(?![\p{L}\d])/giu;
/** Texts longer than this are read so far. */
const LONGEST = 20_000;

function listOf(record: unknown, name: string): unknown[] {
	const list = memberOf(record, name);
	return Array.isArray(list) ? (list as unknown[]) : [];
}

function amountsOf(deal: unknown): Set<number> {
	const values = listOf(deal, 'events').map((event) => memberOf(event, 'value'));
	const ends = values.flatMap((value) => ['low', 'central', 'high'].map((end) => memberOf(value, end)));
	return new Set(ends.filter((end) => typeof end === 'number'));
}

function textsOf(deal: unknown): [string, string][] {
	const own = ['title', 'summary', 'notes'].map((name): [string, unknown] => [name, memberOf(deal, name)]);
	const notes = listOf(deal, 'events').map((event, i): [string, unknown] => [
		`events.${i}.note`,
		memberOf(event, 'note')
	]);
	return [...own, ...notes].flatMap(([path, text]) =>
		typeof text === 'string' ? [[path, text.slice(0, LONGEST)] as [string, string]] : []
	);
}

/**
 * The words of a deal that state an amount of it before a change which it has no more: who corrects a figure forgets the title
 * easily. A text that is new says what its writer means; only what stood there before is looked at.
 */
export function leftovers(before: unknown, after: unknown): Leftover[] {
	const kept = amountsOf(after);
	const gone = new Set([...amountsOf(before)].filter((amount) => !kept.has(amount)));
	if (gone.size === 0) return [];
	const old = new Set(textsOf(before).map(([, text]) => text));
	return textsOf(after).flatMap(([path, text]) => {
		if (!old.has(text)) return [];
		const sums = text.match(SUM) ?? [];
		const stale = sums.find((sum) => {
			const read = parseAmount(sum);
			return 'value' in read && read.value.central !== undefined && gone.has(read.value.central);
		});
		return stale === undefined ? [] : [{ path, text: stale.trim() }];
	});
}
