import { stateAt, type Book } from '$lib/ledger/book';
import { type Comparison } from '$lib/ledger/compare';
import { comparables, targetOf, windowOf } from '$lib/ledger/window';
import { dayFromNumber, dayNumber, stepEnds, type Day } from '$lib/ledger/day';
import { wtfIndex, type IndexReading } from '$lib/ledger/mood';
import { Recogniser, recogniser } from '$lib/ledger/recognise';
import type { Projection } from '$lib/ledger/records';
import { Sweep } from '$lib/ledger/sweep';
import type { View } from '$lib/view';
import { dealRow, sortDeals, type DealRow } from './deals';
import { grounds, type Grounds } from './grounds';
import { largestMoves, type Move } from './moves';
import { namesOf, type Names } from './names';
import { projection as compared, projections, type ProjectionRow } from './projections';
import { reconciliation, type ReconciliationLine } from './reconciliation';
import { projectionOf, spend, spendAt, type SpendRow } from './spend';
import { lastReading } from './wtf';

/** What the front page says: one answer, all of it under one question as known on one day. */
export interface Dashboard {
	/** The table: one row a step. */
	rows: SpendRow[];
	/** The chart: every day on which something changes, and the ends of the months. */
	points: SpendRow[];
	/** The figures at `as_of` itself. */
	now: SpendRow;
	grounds: Grounds;
	reconciliation: ReconciliationLine[];
	projection: Projection | null;
	comparison: Comparison | null;
	/** Other readings of the same window and place, each with its cumulative path at the plotted days. */
	readings: { slug: string; title: string; target_usd: number; path: { date: Day; usd: number }[] }[];
	/** All that may be chosen. */
	projections: ProjectionRow[];
	/** The deals of the question's layers first announced from `from` to `as_of`, by day. */
	markers: DealRow[];
	/** The trailing index at the plotted days that have passed. */
	index: IndexReading[];
	/** The index at `as_of`, else the last one there was. */
	mood: IndexReading | null;
	/** The days on which the counted total moved most, with the deal that did it. */
	moves: Move[];
	latest: DealRow[];
	/** All deals that have a state at `as_of`. */
	deals: number;
	/** Recognised in each calendar year, whole dollars: what falls into a year is its part of every contract known. */
	years: { year: number; recognised_usd: number; ahead: boolean }[];
	/** The days on which something changed for some deal, in order, whatever is asked: the ledger's own history. */
	event_days: Day[];
	names: Names;
}

const LATEST = 6;
const YEARS_AHEAD = 4;

function plottedDays(book: Book, view: View): Day[] {
	const days = new Set(stepEnds(view.from, view.to, 'month'));
	days.add(view.from);
	if (view.as_of >= view.from && view.as_of <= view.to) days.add(view.as_of);
	const [first, last] = [dayNumber(view.from), Math.min(dayNumber(view.to), dayNumber(view.as_of))];
	for (const day of book.timeline.day) if (day >= first && day <= last) days.add(dayFromNumber(day));
	return [...days].sort();
}

function years(book: Book, view: View): Dashboard['years'] {
	const first = book.entries.length === 0 ? view.as_of : book.entries[book.byFirstDay[0]!]!.firstDay;
	const recognised = recogniser(book, view.question, view.as_of);
	const last = Number(view.as_of.slice(0, 4)) + YEARS_AHEAD;
	const result: Dashboard['years'] = [];
	for (let year = Number(first.slice(0, 4)); year <= last; year++) {
		const sum = recognised.total(`${year}-12-31`) - recognised.total(`${year - 1}-12-31`);
		result.push({ year, recognised_usd: Math.round(sum), ahead: `${year}-12-31` > view.as_of });
	}
	return result;
}

function otherReadings(book: Book, view: View, days: Day[]): Dashboard['readings'] {
	const chosen = projectionOf(book, view);
	if (!chosen) return [];
	const window = windowOf(chosen);
	const same = book.records.projections.filter((each) => {
		const { start, end } = windowOf(each);
		return (
			each !== chosen &&
			each.scope === chosen.scope &&
			start === window.start &&
			end === window.end &&
			comparables(each).includes('deals')
		);
	});
	return same.map((each) => ({
		slug: each.slug,
		title: each.title,
		target_usd: targetOf(each),
		path: spendAt(book, { ...view, projection: each.slug }, days).map((row) => ({ date: row.date, usd: row.path_usd! }))
	}));
}

/** The answer of the front page. */
export function dashboard(book: Book, view: View): Dashboard {
	const { question, as_of } = view;
	const days = plottedDays(book, view);
	const sweep = new Sweep(book, question, as_of).advance(as_of);
	const recognised = new Recogniser(book, sweep);
	const today = dayNumber(as_of);
	const all = book.entries.flatMap((entry) => {
		const state = stateAt(entry, today);
		return state && sweep.matches[entry.index] ? [dealRow(entry, state, as_of, sweep, recognised)] : [];
	});
	const onChart = (row: DealRow): boolean =>
		row.first_event >= view.from && (view.basis === 'headline' || question.layers.includes(row.layer));
	const markers = sortDeals(all.filter(onChart), 'date');
	const latest = sortDeals(all, '-date').slice(0, LATEST);
	const chosen = projectionOf(book, view);
	return {
		rows: spend(book, view),
		points: spendAt(book, view, days),
		now: spendAt(book, view, [as_of])[0]!,
		grounds: grounds(book, question, as_of),
		reconciliation: reconciliation(book, view),
		projection: chosen ?? null,
		comparison: (chosen && compared(book, view, chosen.slug)?.comparison) ?? null,
		readings: otherReadings(book, view, days),
		projections: projections(book),
		markers,
		index: wtfIndex(
			book,
			question,
			as_of,
			days.filter((day) => day <= as_of),
			view.weight
		),
		mood: lastReading(book, view),
		moves: largestMoves(book, view),
		latest,
		deals: all.length,
		years: years(book, view),
		event_days: [...new Set(book.timeline.day)].map(dayFromNumber),
		names: namesOf(book, new Set([...markers, ...latest].flatMap((row) => [...row.payers, ...row.payees])))
	};
}
