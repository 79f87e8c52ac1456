import type { Book } from '../book';
import { stepEnds, yearOf, type Day } from '$lib/records/day';
import type { Indicator } from '$lib/records';
import { capexStrain } from './capex-strain';
import { circularity } from './circularity';
import { commitmentCover } from './commitment-cover';
import { concentrationPayees, concentrationPayers } from './concentration';
import { debtShare } from './debt-share';
import { economicStrain } from './economic-strain';
import { firmnessGap } from './firmness-gap';
import { industryStrain } from './industry-strain';
import { mood } from './mood';
import { pace } from './pace';
import { readingOf, type Measure, type Reading, type Status } from './reading';

/** The bubble readings (MODEL section 7): what is defined in the records is computed here, by its slug. */
const MEASURES = new Map<string, Measure>([
	['firmness-gap', firmnessGap],
	['circularity', circularity],
	['concentration-payers', concentrationPayers],
	['concentration-payees', concentrationPayees],
	['commitment-cover', commitmentCover],
	['capex-strain', capexStrain],
	['economic-strain', economicStrain],
	['industry-strain', industryStrain],
	['debt-share', debtShare],
	['pace', pace],
	['mood', mood]
]);

/** The reading of an indicator as known at a day. A definition that nothing here computes is unknown, and says so. */
export function readIndicator(book: Book, indicator: Indicator, asOf: Day): Reading {
	const measure = MEASURES.get(indicator.slug);
	if (measure) return readingOf(indicator, asOf, measure(book, indicator, asOf));
	const reason = `Nothing computes ${indicator.slug}; the readings that can be computed are ${[...MEASURES.keys()].join(', ')}.`;
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
	const counts = { red: 0, amber: 0, green: 0, unknown: 0, stale: 0 };
	for (const { status } of readings) counts[status]++;
	return counts;
}
