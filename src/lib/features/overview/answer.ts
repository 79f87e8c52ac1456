import { compareText, stateAt, type Book } from '$lib/ledger/book';
import { bandAt, pathAt, type Comparison } from '$lib/ledger/compare';
import { comparables, hasOnlyFloor, isKnown, targetOf, windowOf } from '$lib/ledger/window';
import { addDays, dayFromNumber, dayNumber, stepEnds, type Day } from '$lib/records/day';
import type { IndexReading } from '$lib/ledger/wtf-index';
import { DueCurve, dueCurve } from '$lib/ledger/due';
import { withoutUnsigned } from '$lib/ledger/question';
import type { Projection } from '$lib/records';
import { Sweep } from '$lib/ledger/sweep';
import type { View } from '$lib/view';
import { type DealRow, compareDays, dealRow } from '$lib/shared/deal-rows';
import { projection as compared } from '$lib/shared/comparison';
import { dueUnderOtherShape, reportedInWindow } from './due-and-reported';
import { firmnessSteps, type FirmnessStep } from './firmness';
import { evidenceLine } from '$lib/shared/evidence-line';
import { measureUncertainty, type Uncertainty } from '$lib/shared/uncertainty';
import { findMoves, type Move } from './moves';
import { payersOffered } from './payers';
import { sayOverview, type Said } from './text';
import { namesOf, type Names } from '$lib/shared/names';
import { reconciliation, type ReconciliationLine } from '$lib/shared/reconciliation';
import { projectionOf, spend, spendAt, type SpendRow } from '$lib/shared/spend-rows';
import { indexOver, lastReading, moodView } from '$lib/shared/wtf-rows';
import { yardsticks, type Yardsticks } from '$lib/shared/yardsticks';

/**
 * Another projection of the same place, whose own window overlaps the chart's: what its path asks for from the first day of the
 * chosen projection's window to the end of the chart, whole dollars. `low_usd` and `high_usd` are null where it states no band.
 */
export interface Rival {
	slug: string;
	title: string;
	institution: string;
	window: { start: Day; end: Day };
	/** The target of its own window. */
	target_usd: number;
	usd: number;
	low_usd: number | null;
	high_usd: number | null;
	/** Only a lower end was stated. */
	floor: boolean;
	/** Only a part of its window lies in the chart's time. */
	part: boolean;
}

/** What the front page says: one answer, all of it under one question as known on one day, and its sentences. */
export interface Dashboard extends Found {
	said: Said;
}

/** The figures of the front page. */
export interface Found {
	/** The table: one row a step. */
	rows: SpendRow[];
	/** The chart: every day on which something changes, and the ends of the months. */
	points: SpendRow[];
	/** The same days of what is at least announced, where the question asks for less; null where all of it is. */
	signed: SpendRow[] | null;
	/** The figures at `as_of` itself. */
	now: SpendRow;
	uncertainty: Uncertainty;
	/** How far the total can be believed, in a line; null where nothing counts. */
	evidence: string | null;
	/** How firm the counted total is, the firmest first; the steps below the question's own firmness are left out of it. */
	firmness: FirmnessStep[];
	/** The same worldwide; null where that is what is asked. */
	firmness_worldwide: FirmnessStep[] | null;
	reconciliation: ReconciliationLine[];
	projection: Projection | null;
	comparison: Comparison | null;
	/** The projection by the deals and by the books of its companies; null without one. */
	yardsticks: Yardsticks | null;
	/** What would be due under the other shape of spending: in the window where there is a projection, else by `as_of`. Whole dollars. */
	other_shape_usd: number;
	/** Reported by the projection's companies from the window's start to the end of each quarter that all of them have reported. */
	reported: { date: Day; usd: number }[];
	/** Other readings of the same window and place, each with its cumulative path at the plotted days. */
	readings: { slug: string; title: string; target_usd: number; path: { date: Day; usd: number }[] }[];
	/** What others project for the place and the time of the chart. */
	rivals: Rival[];
	/** The deals of the question's layers first announced, or adding to the count, from `from` to `as_of`, by day. */
	markers: DealRow[];
	/** By slug the day in the window on which a deal of them added most to the counted total, where that is not its first. */
	steps: Record<string, Day>;
	/** The trailing index at the plotted days that have passed. */
	index: IndexReading[];
	/** The index at `as_of`, else the last one there was. */
	mood: IndexReading | null;
	/** The days on which the counted total moved most, with the deal that did it. */
	moves: Move[];
	latest: DealRow[];
	/** All deals that have a state at `as_of`. */
	deals: number;
	/**
	 * Due in each calendar year, whole dollars, and of it what falls after the day and what would be due if it were signed: its part
	 * of every contract known.
	 */
	years: { year: number; due_usd: number; ahead_usd: number; unsigned_usd: number }[];
	/** The companies that can be asked for. */
	payers: { slug: string; name: string }[];
	/** The days on which something changed for some deal, in order, whatever is asked: the ledger's own history. */
	event_days: Day[];
	names: Names;
}

const LATEST = 8;
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
	const first = book.entries[0]?.firstDay ?? view.as_of;
	const due = dueCurve(book, view.question, view.as_of);
	const signed = withoutUnsigned(view.question);
	const signedDue = signed ? dueCurve(book, signed, view.as_of) : due;
	const last = Number(view.as_of.slice(0, 4)) + YEARS_AHEAD;
	const now = signedDue.total(view.as_of);
	const result: Dashboard['years'] = [];
	for (let year = Number(first.slice(0, 4)); year <= last; year++) {
		const [before, end]: [Day, Day] = [`${year - 1}-12-31`, `${year}-12-31`];
		const [opened, closed] = [signedDue.total(before), signedDue.total(end)];
		const due_usd = Math.round(due.total(end) - due.total(before));
		const ahead = closed - Math.min(closed, Math.max(opened, now));
		const unsigned_usd = Math.max(0, due_usd - Math.round(closed - opened));
		result.push({ year, due_usd, ahead_usd: Math.round(ahead), unsigned_usd });
	}
	return result;
}

/** The projections of the same place, known at the day, that may be set against the same deals. */
function otherProjections(book: Book, { as_of }: View, chosen: Projection): Projection[] {
	return book.records.projections.filter(
		(each) =>
			each !== chosen && each.scope === chosen.scope && comparables(each).includes('deals') && isKnown(each, as_of)
	);
}

function rivals(book: Book, view: View): Rival[] {
	const chosen = projectionOf(book, view);
	if (!chosen) return [];
	const own = windowOf(chosen);
	const before = addDays(own.start, -1);
	return otherProjections(book, view, chosen).flatMap((each) => {
		const window = windowOf(each);
		const another = window.start !== own.start || window.end !== own.end;
		if (!another || window.start > view.to || window.end < own.start) return [];
		const [opened, closed] = [bandAt(each, before), bandAt(each, view.to)];
		const floor = hasOnlyFloor(each);
		const band = !floor && opened && closed && closed.low !== closed.high;
		return {
			slug: each.slug,
			title: each.title,
			institution: each.institution,
			window,
			target_usd: targetOf(each),
			usd: Math.round(pathAt(each, view.to) - pathAt(each, before)),
			low_usd: band ? Math.round(closed.low - opened.low) : null,
			high_usd: band ? Math.round(closed.high - opened.high) : null,
			floor,
			part: window.start < own.start || window.end > view.to
		};
	});
}

function otherReadings(book: Book, view: View, days: Day[]): Dashboard['readings'] {
	const chosen = projectionOf(book, view);
	if (!chosen) return [];
	const window = windowOf(chosen);
	const same = otherProjections(book, view, chosen).filter((each) => {
		const { start, end } = windowOf(each);
		return start === window.start && end === window.end;
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
	const found = findOverview(book, view);
	return { ...found, said: sayOverview(found, view) };
}

function findOverview(book: Book, view: View): Found {
	const { question, as_of } = view;
	const days = plottedDays(book, view);
	const sweep = new Sweep(book, question, as_of).advance(as_of);
	const due = new DueCurve(book, sweep);
	const today = dayNumber(as_of);
	const all = book.entries.flatMap((entry) => {
		const state = stateAt(entry, today);
		return state && sweep.matches[entry.index] ? [dealRow(entry, state, as_of, sweep, due)] : [];
	});
	const { largest, steps } = findMoves(book, view);
	const onChart = ({ slug, first_event, layer }: DealRow): boolean =>
		(first_event >= view.from || slug in steps) && (view.basis === 'headline' || question.layers.includes(layer));
	const markers = all.filter(onChart).sort(compareDays);
	const latest = all
		.toSorted((a, b) => compareText(b.first_event, a.first_event) || compareText(a.slug, b.slug))
		.slice(0, LATEST);
	const chosen = projectionOf(book, view);
	const asked = withoutUnsigned(question);
	const both = chosen ? yardsticks(book, question, as_of, chosen) : null;
	const ofMood = moodView(view);
	return {
		rows: spend(book, view),
		points: spendAt(book, view, days),
		signed: asked ? spendAt(book, { ...view, question: asked }, days) : null,
		now: spendAt(book, view, [as_of])[0]!,
		uncertainty: measureUncertainty(book, question, as_of),
		evidence: evidenceLine(book, question, as_of),
		firmness: firmnessSteps(book, question, as_of),
		firmness_worldwide:
			question.scope === 'global' ? null : firmnessSteps(book, { ...question, scope: 'global' }, as_of),
		reconciliation: reconciliation(book, view),
		projection: chosen ?? null,
		comparison: (chosen && compared(book, view, chosen.slug)?.comparison) ?? null,
		yardsticks: both,
		other_shape_usd: dueUnderOtherShape(book, view, both?.deals ?? null),
		reported: chosen && Object.keys(question.filters).length === 0 ? reportedInWindow(book, as_of, chosen) : [],
		readings: otherReadings(book, view, days),
		rivals: rivals(book, view),
		markers,
		index: indexOver(
			book,
			ofMood,
			days.filter((day) => day <= as_of)
		),
		mood: lastReading(book, ofMood),
		steps: Object.fromEntries(
			markers.flatMap(({ slug, first_event }) => {
				const day = steps[slug];
				return day && day !== first_event ? [[slug, day]] : [];
			})
		),
		moves: largest,
		latest,
		deals: all.length,
		years: years(book, view),
		payers: payersOffered(book, view),
		event_days: [...new Set(book.timeline.day)].map(dayFromNumber),
		names: namesOf(book, new Set([...markers, ...latest].flatMap((row) => [...row.payers, ...row.payees])))
	};
}
