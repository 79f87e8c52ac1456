import type { Book } from '$lib/ledger/book';
import { capexCurve, capexSeries } from '$lib/ledger/capex';
import { bandAt, pathAt } from '$lib/ledger/compare';
import { addDays, stepEnds, type Day } from '$lib/records/day';
import type { Projection } from '$lib/records';
import type { View } from '$lib/view';
import { byOf, forecasts, type Forecast } from '$lib/shared/forecasts';

/** A projection beside what its companies reported. Whole dollars, cumulative from the first day of its window. */
export interface CapexPath {
	slug: string;
	title: string;
	/** Whose it is, in a word or two. */
	by: string;
	published: string;
	target_usd: number;
	/** Only a lower end was stated. */
	floor: boolean;
	path: { date: Day; usd: number; low_usd: number | null; high_usd: number | null }[];
}

/** Projections of the same companies and the same window, and the one curve of reports that they share. */
export interface CapexGroup {
	start: Day;
	end: Day;
	companies: string[];
	/** The last day up to which all of them have reported. */
	reported_to: Day;
	/** `payments_for_ppe`, at the ends of the companies' quarters: between two, a straight line by day. */
	reported: { date: Day; usd: number }[];
	/** The same, and each path in the order of `paths`, at the end of each quarter of the calendar; null where a report is missing. */
	quarters: { date: Day; reported_usd: number | null; path_usd: number[] }[];
	paths: CapexPath[];
}

/** What no curve can be drawn of yet, and which of its companies are missing. */
export interface CapexWaiting {
	slug: string;
	title: string;
	by: string;
	/** Those without a report of the days that its window begins with; none where it has not opened. */
	missing: string[];
}

export interface CapexCurves {
	/** The latest window first. */
	groups: CapexGroup[];
	waiting: CapexWaiting[];
}

/** The days between which a path is straight: its window's ends and the ends of its years. */
function bends(start: Day, end: Day): Day[] {
	return [addDays(start, -1), ...stepEnds(start, end, 'year')];
}

function pathOf(projection: Projection, { start, end }: { start: Day; end: Day }): CapexPath['path'] {
	return bends(start, end).map((date) => {
		const band = bandAt(projection, date);
		const wide = band !== null && bandAt(projection, end)!.low < bandAt(projection, end)!.high;
		return {
			date,
			usd: Math.round(pathAt(projection, date)),
			low_usd: wide ? Math.round(band.low) : null,
			high_usd: wide ? Math.round(band.high) : null
		};
	});
}

/** The ends of the quarters that companies reported inside a window, with the day before it opens and the last day of all. */
function quarterEnds(book: Book, asOf: Day, group: Pick<CapexGroup, 'start' | 'companies' | 'reported_to'>): Day[] {
	const days = new Set([addDays(group.start, -1), group.reported_to]);
	for (const { company, measure, quarters } of capexSeries(book.records, asOf)) {
		if (measure !== 'payments_for_ppe' || !group.companies.includes(company)) continue;
		for (const { standing } of quarters)
			if (standing.period_end >= group.start && standing.period_end <= group.reported_to) days.add(standing.period_end);
	}
	return [...days].sort();
}

function groupOf(book: Book, asOf: Day, rows: Forecast[], reportedTo: Day): CapexGroup {
	const [{ window_start: start, window_end: end, companies }] = rows as [Forecast];
	const found = rows.map((row) => book.records.projections.find((each) => each.slug === row.slug)!);
	const slugs = companies.map((each) => each.company);
	const days = quarterEnds(book, asOf, { start, companies: slugs, reported_to: reportedTo });
	const spent = capexCurve(book.records, found[0]!, asOf, days);
	const ends = stepEnds(start, end, 'quarter');
	const byQuarter = capexCurve(book.records, found[0]!, asOf, ends);
	const whole = (usd: number | null) => (usd === null ? null : Math.round(usd));
	return {
		start,
		end,
		companies: slugs,
		reported_to: reportedTo,
		reported: days.flatMap((date, i) => (spent[i] == null ? [] : [{ date, usd: Math.round(spent[i]) }])),
		quarters: ends.map((date, i) => ({
			date,
			reported_usd: whole(byQuarter[i]!),
			path_usd: found.map((each) => Math.round(pathAt(each, date)))
		})),
		paths: found.map((each, i) => ({
			slug: each.slug,
			title: each.title,
			by: byOf(each),
			published: each.published,
			target_usd: rows[i]!.target_usd,
			floor: each.target.central === undefined && each.target.high === undefined && !each.path,
			path: pathOf(each, { start, end })
		}))
	};
}

/** Reported capital spending against the projections comparable with it, as curves: those of one window and group together. */
export function capexCurves(book: Book, view: View): CapexCurves {
	const groups = new Map<string, Forecast[]>();
	const waiting: CapexWaiting[] = [];
	for (const row of forecasts(book, view.as_of)) {
		if (row.reported_to === null) {
			const { slug, title, by, missing } = row;
			waiting.push({ slug, title, by, missing });
			continue;
		}
		const key = [row.window_start, row.window_end, ...row.companies.map((each) => each.company)].join(' ');
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return {
		groups: [...groups.values()].map((rows) => groupOf(book, view.as_of, rows, rows[0]!.reported_to!)),
		waiting
	};
}

/** A projection at the end of a quarter of its window, as it is published. */
export interface CapexCurveRow {
	projection: string;
	date: Day;
	reported_usd: number | null;
	path_usd: number;
	path_low_usd: number | null;
	path_high_usd: number | null;
}

/** The curves as rows: each projection, the latest window first, by the quarters of its window. */
export function capexCurveRows(book: Book, view: View): CapexCurveRow[] {
	return forecasts(book, view.as_of).flatMap((row) => {
		const projection = book.records.projections.find((each) => each.slug === row.slug)!;
		const ends = stepEnds(row.window_start, row.window_end, 'quarter');
		const spent = capexCurve(book.records, projection, view.as_of, ends);
		return ends.map((date, i): CapexCurveRow => {
			const band = bandAt(projection, date);
			return {
				projection: row.slug,
				date,
				reported_usd: spent[i] == null ? null : Math.round(spent[i]),
				path_usd: Math.round(pathAt(projection, date)),
				path_low_usd: band && Math.round(band.low),
				path_high_usd: band && Math.round(band.high)
			};
		});
	});
}
