import { compareText } from './book';
import { addDays, dayNumber, type Day } from '$lib/records/day';
import type { Capex, Fundamental } from '$lib/records';
import { CONFIDENCES, type Confidence } from '$lib/records/vocabularies';

/** Days after the end of a period, or its day, from which a figure counts as known where nobody wrote down when it was given. */
const REPORTING_DAYS = 45;

/** An amount that somebody reported. */
export type Figure = Capex | Fundamental;

interface Dated {
	filed?: Day | null;
	given_on?: Day;
	as_of?: Day | null;
	period_end: Day | null;
}

/**
 * The day from which a reported figure is known (MODEL section 7): the day it was filed or given, else 45 days after the end of
 * its period, or after the day that it is of.
 * @throws RangeError on a figure without any of them, which the schema does not let in
 */
export function knownFrom({ filed, given_on, as_of, period_end }: Dated): Day {
	const stated = filed ?? given_on;
	if (stated) return stated;
	const of = period_end ?? as_of;
	if (!of) throw new RangeError('A figure has neither a day nor a period; it takes one of them.');
	return addDays(of, REPORTING_DAYS);
}

function rankOf(confidence: Confidence): number {
	return CONFIDENCES.indexOf(confidence);
}

/**
 * Order of figures for one and the same thing, from the one that gives way to the one that stands: the later known, on one day
 * the one of higher confidence (MODEL section 7). Of figures equal in both the lower stands, so that no order of rows matters.
 */
function compareVintages(a: Figure, b: Figure): number {
	return (
		compareText(knownFrom(a), knownFrom(b)) ||
		rankOf(a.confidence) - rankOf(b.confidence) ||
		b.amount_usd - a.amount_usd ||
		compareText(b.source ?? b.publisher, a.source ?? a.publisher)
	);
}

/** The latest of some figures that is known at a day; undefined where none is yet. */
export function latestKnown<T extends Figure>(figures: T[], asOf: Day): T | undefined {
	let latest: T | undefined;
	for (const figure of figures) {
		if (knownFrom(figure) > asOf) continue;
		if (!latest || compareVintages(latest, figure) < 0) latest = figure;
	}
	return latest;
}

/** A figure of a period with both ends. */
export type OfPeriod<T extends Figure> = T & { period_start: Day; period_end: Day };

/** True for a figure of about three months, 60 to 120 days: annual sums stand beside quarters in one table. */
export function isQuarter<T extends Figure>(figure: T): figure is OfPeriod<T> {
	const { period_start, period_end } = figure;
	if (period_start === null || period_end === null) return false;
	const days = dayNumber(period_end) - dayNumber(period_start) + 1;
	return days >= 60 && days <= 120;
}

/** One quarter as it is known: the vintage that stands, and those that it replaced, oldest first. */
export interface Quarter<T extends Figure> {
	standing: OfPeriod<T>;
	earlier: OfPeriod<T>[];
}

/** The quarters among the figures of one series as known at a day, in the order of time. */
export function knownQuarters<T extends Figure>(figures: T[], asOf: Day): Quarter<T>[] {
	const byPeriod = new Map<string, OfPeriod<T>[]>();
	for (const figure of figures) {
		if (!isQuarter(figure) || knownFrom(figure) > asOf) continue;
		const key = `${figure.period_start} ${figure.period_end}`;
		const vintages = byPeriod.get(key);
		if (vintages) vintages.push(figure);
		else byPeriod.set(key, [figure]);
	}
	return [...byPeriod.keys()].sort(compareText).map((key) => {
		const vintages = byPeriod.get(key)!.sort(compareVintages);
		return { standing: vintages.at(-1)!, earlier: vintages.slice(0, -1) };
	});
}

/**
 * Four quarters that follow one another without a gap or an overlap, the last of them at `end` (by default the last of all);
 * null where one is missing.
 */
export function fourQuarters<T extends Figure>(
	quarters: Quarter<T>[],
	end = quarters.length - 1
): OfPeriod<T>[] | null {
	if (end < 3) return null;
	const four = quarters.slice(end - 3, end + 1).map((quarter) => quarter.standing);
	const joined = four.every((each, i) => i === 0 || each.period_start === addDays(four[i - 1]!.period_end, 1));
	return joined ? four : null;
}

/** The amounts of some figures, added up, dollars. */
export function sumOf(figures: Figure[]): number {
	return figures.reduce((sum, figure) => sum + figure.amount_usd, 0);
}
