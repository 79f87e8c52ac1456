import type { Book } from '$lib/ledger/book';
import { stepEnds, yearOf, type Day } from '$lib/records/day';
import type { Indicator } from '$lib/records';
import { capexStrain } from './capex-strain/measure';
import { circularity } from './circularity/measure';
import { commitmentCover } from './commitment-cover/measure';
import { concentrationPayees } from './concentration-payees/measure';
import { concentrationPayers } from './concentration-payers/measure';
import { debtShare } from './debt-share/measure';
import { economicStrain } from './economic-strain/measure';
import { firmnessGap } from './firmness-gap/measure';
import { industryStrain } from './industry-strain/measure';
import { mood } from './mood/measure';
import { pace } from './pace/measure';
import type { Computation, Reading, Status } from './reading';
import { readingOf } from './status';
import type { Unit } from './units';

/**
 * The bubble readings that can be computed (MODEL section 7). The columns of their rows are published in this order
 * (`columns.ts`): a new reading stands at the end.
 */
export const READINGS: readonly Computation[] = [
	capexStrain,
	economicStrain,
	industryStrain,
	circularity,
	firmnessGap,
	debtShare,
	pace,
	commitmentCover,
	concentrationPayers,
	concentrationPayees,
	mood
];

const BY_SLUG = new Map(READINGS.map((each) => [each.slug, each]));

/** What computes a reading; undefined where nothing does. */
export function computationOf(slug: string): Computation | undefined {
	return BY_SLUG.get(slug);
}

/** What a reading is measured in. Where nothing computes it, only its bounds are written: plain numbers. */
export function unitOf(slug: string): Unit {
	return BY_SLUG.get(slug)?.unit ?? 'points';
}

/** The reading of an indicator as known at a day. A definition that nothing here computes is unknown, and says so. */
export function readIndicator(book: Book, indicator: Indicator, asOf: Day): Reading {
	const computation = BY_SLUG.get(indicator.slug);
	if (computation) return readingOf(indicator, asOf, computation.measure(book, asOf, indicator));
	const reason = `Nothing computes ${indicator.slug}; the readings that can be computed are ${[...BY_SLUG.keys()].join(', ')}.`;
	return readingOf(indicator, asOf, { value: null, reason, inputs: [], rows: [] });
}

/** A reading in the past, as it would have been read then. */
export type PastReading = Pick<Reading, 'date' | 'value' | 'status' | 'reason'>;

/** Readings of each book that were already worked out: a reading is the same whenever it is asked for. */
const REMEMBERED = new WeakMap<Book, Map<string, PastReading>>();
/** Past these they are forgotten, so that asking for ever new days takes no more room. */
const MOST_REMEMBERED = 5_000;

/** The reading at a day without what it was computed from, remembered as long as the book is in use. */
export function pastReading(book: Book, indicator: Indicator, day: Day): PastReading {
	let known = REMEMBERED.get(book);
	if (!known) REMEMBERED.set(book, (known = new Map()));
	const key = `${indicator.slug} ${day}`;
	const before = known.get(key);
	if (before) return before;
	const { date, value, status, reason } = readIndicator(book, indicator, day);
	const reading = { date, value, status, reason };
	if (known.size >= MOST_REMEMBERED) known.clear();
	known.set(key, reading);
	return reading;
}

/**
 * The reading at the end of each quarter from the one of `from` (by default 1 January of the first event's year) to `asOf`,
 * the last one cut to it; each with what was known that day. Nothing where there is no deal and no `from`.
 */
export function indicatorHistory(book: Book, indicator: Indicator, asOf: Day, from?: Day): PastReading[] {
	const [first] = book.entries;
	const start = from ?? (first && `${yearOf(first.firstDay)}-01-01`);
	if (start === undefined) return [];
	return stepEnds(start, asOf, 'quarter').map((day) => pastReading(book, indicator, day));
}

/** How many readings have each status. They are never averaged into one score. */
export function board(readings: Pick<Reading, 'status'>[]): Record<Status, number> {
	const counts = { red: 0, amber: 0, green: 0, disputed: 0, unknown: 0, stale: 0 };
	for (const { status } of readings) counts[status]++;
	return counts;
}
