import { compareText, type Book } from '$lib/ledger/book';
import { yearOf } from '$lib/records/day';
import { FIRMNESS, FIRMNESS_NAMES, KIND_NAMES } from '$lib/records/vocabularies';
import { announcedSum } from '$lib/shared/announced';
import type { DealRow } from '$lib/shared/deal-rows';
import type { DealGrouping } from '$lib/view';

/** What some deals come to, whole dollars. */
export interface DealSums {
	deals: number;
	/** Those among them that nobody has stated a sum of. */
	undisclosed: number;
	headline_usd: number;
	counted_usd: number;
	due_usd: number;
}

/** Deals that have something in common, and what they come to. */
export interface DealGroup extends DealSums {
	grouped_by: DealGrouping;
	group: string;
	name: string;
	rows: DealRow[];
}

const CANCELLED = 'cancelled';
/** From the firmest to what was called off. */
const FIRMEST_FIRST: readonly string[] = [...[...FIRMNESS].reverse(), CANCELLED];

const KEYS: Record<DealGrouping, (row: DealRow) => string> = {
	payer: ({ payers }) => [...payers].sort().join('; '),
	kind: ({ kind }) => kind,
	year: ({ first_event }) => String(yearOf(first_event)),
	firmness: ({ firmness, cancelled }) => (cancelled ? CANCELLED : firmness)
};

function nameOf(book: Book, by: DealGrouping, key: string, row: DealRow): string {
	if (by === 'kind') return KIND_NAMES[row.kind];
	if (by === 'firmness') return key === CANCELLED ? 'Cancelled' : FIRMNESS_NAMES[row.firmness];
	if (by === 'year') return key;
	const names = row.payers.map((slug) => book.organisations.get(slug)?.name ?? slug);
	return names.length < 2
		? (names[0] ?? 'Nobody named')
		: `${names.slice(0, -1).join(', ')} and ${names.at(-1)} together`;
}

/** What deals come to; every deal once. */
export function sumsOf(rows: readonly DealRow[]): DealSums {
	const sums = { deals: rows.length, undisclosed: 0, headline_usd: 0, counted_usd: 0, due_usd: 0 };
	for (const row of rows) {
		if (announcedSum(row) === null) sums.undisclosed++;
		sums.headline_usd += row.headline_usd;
		sums.counted_usd += row.contribution_usd ?? 0;
		sums.due_usd += row.due_usd;
	}
	return sums;
}

/**
 * Puts rows together, each in one group and in the order in which it came, so that the sums of the groups are those of all rows. A
 * deal that several pay stands in a group of exactly these payers. Years come latest first, firmness from the firmest, the others
 * by what is counted, then by what was announced.
 */
export function groupDeals(book: Book, rows: readonly DealRow[], by: DealGrouping): DealGroup[] {
	const byKey = new Map<string, DealRow[]>();
	for (const row of rows) {
		const key = KEYS[by](row);
		const others = byKey.get(key);
		if (others) others.push(row);
		else byKey.set(key, [row]);
	}
	const groups = [...byKey].map(([group, rows]): DealGroup => ({
		grouped_by: by,
		group,
		name: nameOf(book, by, group, rows[0]!),
		...sumsOf(rows),
		rows
	}));
	return groups.sort((a, b) => {
		if (by === 'year') return compareText(b.group, a.group);
		if (by === 'firmness') return FIRMEST_FIRST.indexOf(a.group) - FIRMEST_FIRST.indexOf(b.group);
		return b.counted_usd - a.counted_usd || b.headline_usd - a.headline_usd || compareText(a.group, b.group);
	});
}
