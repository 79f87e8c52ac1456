import { compareText, type Book } from '$lib/ledger/book';
import { boundsAt, type Bounds } from '$lib/records/bounds';
import { addMonths, yearOf, type Day } from '$lib/records/day';
import { board, indicatorHistory, pastReading, readIndicator, unitOf, type PastReading } from '$lib/readings';
import type { Part, Reading, Status } from '$lib/readings/reading';
import type { Unit } from '$lib/readings/units';
import type { Indicator } from '$lib/records';
import type { View } from '$lib/view';

/** The worst first; what cannot be told stands last. */
export const ORDER: Status[] = ['red', 'amber', 'green', 'disputed', 'stale', 'unknown'];

/** Calendar years before the one of `as_of` that a history looks back. */
const YEARS_BACK = 5;

/** What is known of a reading before it is read: enough to draw its scale and to write it. */
export interface Definition
	extends Pick<Indicator, 'slug' | 'name' | 'question' | 'formula'>, Pick<Bounds, 'green' | 'amber'> {
	/** Who drew the bounds in force. */
	bounds_by: string;
	unit: Unit;
}

/** One reading with its scale and its past. */
export interface IndicatorLine extends Definition {
	value: number | null;
	status: Status;
	reason: string | null;
	numerator: Part | null;
	denominator: Part | null;
	/** As it was read a year before. */
	year_ago: PastReading;
	/** At the end of each quarter, the last one cut to `as_of`. */
	history: PastReading[];
	/** Of the pace: the projection that it is against, by both yardsticks. */
	yardsticks: Reading['yardsticks'];
	/** Of the inputs that can get too old: the day from which the oldest is known. */
	oldest_input: Day | null;
}

/** The board: readings, worst first, and how many have each colour. */
export interface IndicatorsPage {
	readings: IndicatorLine[];
	board: Record<Status, number>;
	history_from: Day;
}

/** The first day of the history that is shown at a day. */
export function historyFrom(asOf: Day): Day {
	return `${yearOf(asOf) - YEARS_BACK}-01-01`;
}

/** A definition with the bounds in force on a day. */
export function definition(indicator: Indicator, asOf: Day): Definition {
	const { slug, name, question, formula } = indicator;
	const { green, amber, by: bounds_by } = boundsAt(indicator, asOf);
	return { slug, name, question, formula, unit: unitOf(slug), green, amber, bounds_by };
}

/** The oldest day among the inputs that a reading can grow stale by; null where it has none. */
function oldestInput({ inputs }: Reading): Day | null {
	const days = inputs.flatMap(({ date, dated }) => (dated && date !== null ? [date] : []));
	return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}

/** One reading as the board shows it. */
export function indicatorLine(book: Book, indicator: Indicator, asOf: Day, reading: Reading): IndicatorLine {
	return {
		...definition(indicator, asOf),
		value: reading.value,
		status: reading.status,
		reason: reading.reason,
		numerator: reading.numerator,
		denominator: reading.denominator,
		year_ago: pastReading(book, indicator, addMonths(asOf, -12)),
		history: indicatorHistory(book, indicator, asOf, historyFrom(asOf)),
		yardsticks: reading.yardsticks,
		oldest_input: oldestInput(reading)
	};
}

/** The answer of `/indicators`. */
export function indicatorsPage(book: Book, { as_of }: View): IndicatorsPage {
	const readings = book.records.indicators.map((each) =>
		indicatorLine(book, each, as_of, readIndicator(book, each, as_of))
	);
	readings.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || compareText(a.slug, b.slug));
	return { readings, board: board(readings), history_from: historyFrom(as_of) };
}

/** One reading as it is published; the bounds read min ≤ x < max, an end that is missing is open. */
export interface IndicatorRow {
	slug: string;
	name: string;
	value: number | null;
	unit: string;
	status: Status;
	date: Day;
	oldest_input: Day | null;
	numerator: string | null;
	numerator_usd: number | null;
	denominator: string | null;
	denominator_usd: number | null;
	green_min: number | null;
	green_max: number | null;
	amber_min: number | null;
	amber_max: number | null;
	bounds_by: string;
	stale_after_days: number;
	reason: string | null;
	question: string;
	formula: string;
}

/** All readings at the day of a view, in the order of their slugs. */
export function indicatorRows(book: Book, { as_of }: View): IndicatorRow[] {
	const sorted = [...book.records.indicators].sort((a, b) => compareText(a.slug, b.slug));
	return sorted.map((each) => indicatorRow(each, readIndicator(book, each, as_of)));
}

/** A reading under its definition, as one row. */
export function indicatorRow(indicator: Indicator, reading: Reading): IndicatorRow {
	const { green, amber, by } = boundsAt(indicator, reading.date);
	const { numerator, denominator } = reading;
	return {
		slug: indicator.slug,
		name: indicator.name,
		value: reading.value,
		unit: indicator.unit,
		status: reading.status,
		date: reading.date,
		oldest_input: oldestInput(reading),
		numerator: numerator?.label ?? null,
		numerator_usd: numerator ? Math.round(numerator.value) : null,
		denominator: denominator?.label ?? null,
		denominator_usd: denominator ? Math.round(denominator.value) : null,
		green_min: green.min ?? null,
		green_max: green.max ?? null,
		amber_min: amber.min ?? null,
		amber_max: amber.max ?? null,
		bounds_by: by,
		stale_after_days: indicator.stale_after_days,
		reason: reading.reason,
		question: indicator.question,
		formula: indicator.formula
	};
}
