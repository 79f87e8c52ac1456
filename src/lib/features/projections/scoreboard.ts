import { compareText, type Book } from '$lib/ledger/book';
import type { Comparison } from '$lib/ledger/compare';
import { windowYears } from '$lib/ledger/window';
import { yearShape } from '$lib/ledger/year-shape';
import { countsFrom, yearOf } from '$lib/records/day';
import { CHECKS, type Check } from '$lib/records/vocabularies';
import { projection } from '$lib/shared/comparison';
import { forecastVerdict } from '$lib/shared/forecast-verdict';
import { byOf, forecasts, paceBy, type Forecast } from '$lib/shared/forecasts';
import { namesOf, type Names } from '$lib/shared/names';
import { projections, type ProjectionRow } from '$lib/shared/projection-rows';
import { targetText } from '$lib/shared/projection-text';
import type { View } from '$lib/view';

/** A projection and what came of it, by the filings of its companies and by the deals; null where it is not comparable with them. */
export interface Score extends ProjectionRow {
	/** Who says how much, where and for when. */
	name: string;
	check: Check;
	forecast: Forecast | null;
	comparison: Comparison | null;
}

/**
 * Whether it can be told what came of a projection (MODEL section 5): by filings that reach into its window or by the deals once it has
 * opened; not yet, where it is comparable with either; else it cannot.
 */
function checkOf(comparable: boolean, { forecast, comparison }: Pick<Score, 'forecast' | 'comparison'>): Check {
	if (forecast?.pace != null || comparison?.pace != null) return 'can';
	return comparable ? 'not_yet' : 'cannot';
}

/** What a projection says, where nobody has put it in a few words. */
function nameOf(row: ProjectionRow): string {
	const place = row.scope === 'us' ? 'US' : 'world';
	const window = { start: row.window_start, end: row.window_end };
	return row.short ?? `${byOf({ ...row, short: undefined })}: ${targetText(row)}, ${place}, ${windowYears(window)}`;
}

/** All projections known at the day of a view, in the order of their list. */
function scores(book: Book, view: View, checked: readonly Forecast[]): Score[] {
	const bySlug = new Map(checked.map((each) => [each.slug, each]));
	return projections(book, view.as_of).map((row) => {
		const forecast = bySlug.get(row.slug) ?? null;
		const { comparison } = projection(book, view, row.slug)!;
		const check = checkOf(forecast !== null || comparison !== null, { forecast, comparison });
		return { ...row, name: nameOf(row), check, forecast, comparison };
	});
}

/** Those that a view asks for. */
function asked(rows: Score[], { check }: View): Score[] {
	return check === null ? rows : rows.filter((row) => row.check === check);
}

/** The rows as they are published. */
export function publishedScores(book: Book, view: View) {
	return asked(scores(book, view, forecasts(book, view.as_of)), view).map(
		({ name: _, forecast, comparison, ...row }) => {
			const reported = forecast?.reported_to ? forecast : null;
			return {
				...row,
				own: forecast?.own ?? false,
				reported_to: reported?.reported_to ?? null,
				reported_usd: reported?.reported_usd ?? null,
				path_usd: reported?.path_usd ?? null,
				pace: reported?.pace ?? null,
				shaped_path_usd: reported?.shaped_path_usd ?? null,
				shaped_pace: reported?.shaped_pace ?? null,
				due_to_date_usd: comparison?.due_to_date_usd ?? null,
				deals_path_usd: comparison?.path_to_date_usd ?? null,
				deals_pace: comparison?.pace ?? null
			};
		}
	);
}

/** How far the choice of the path decides: what the companies had paid by the middle of last year, and how many forecasts each path calls outrun. */
export interface PathBias {
	year: number;
	/** Part of that year's payments by 30 June. */
	half: number;
	straight: number;
	last_year: number;
	of: number;
}

/** The page of all projections: what came of those that filings can be set against, and all of them with the outcome or the reason. */
export interface ProjectionsPage {
	/** As a title, by the path of the view. */
	verdict: string;
	/** Those set against what was reported, in the order in which they were published. */
	forecasts: Forecast[];
	bias: PathBias | null;
	/** Those that the view asks for: what can be told first, the furthest outrun on top. */
	rows: Score[];
	counts: Record<Check, number>;
	/** Of the companies of the forecasts. */
	names: Names;
}

function biasOf(book: Book, drawn: readonly Forecast[], asOf: string): PathBias | null {
	const latest = drawn
		.map((each) => each.reported_to!)
		.sort(compareText)
		.at(-1);
	if (latest === undefined) return null;
	const companies = [...new Set(drawn.flatMap((each) => each.companies.map(({ company }) => company)))].sort(
		compareText
	);
	const shape = yearShape(book.records, companies, yearOf(latest) - 1, asOf);
	if (shape === null || drawn.some((each) => each.shaped_pace === null)) return null;
	const outrun = (path: 'straight' | 'last_year') => drawn.filter((each) => paceBy(each, path).pace! >= 1).length;
	const half = shape.quarters[0]! + shape.quarters[1]!;
	return { year: shape.year, half, straight: outrun('straight'), last_year: outrun('last_year'), of: drawn.length };
}

/** The order of what can be told: the furthest outrun by the filings first, then what only the deals tell of, likewise. */
function compareOutcomes(a: Score, b: Score, { path }: View): number {
	const byFilings = ({ forecast }: Score) => (forecast && paceBy(forecast, path).pace) ?? -1;
	const byDeals = ({ comparison }: Score) => comparison?.pace ?? -1;
	return byFilings(b) - byFilings(a) || byDeals(b) - byDeals(a);
}

/** The answer of `/projections`. */
export function projectionsPage(book: Book, view: View): ProjectionsPage {
	const checked = forecasts(book, view.as_of);
	const all = scores(book, view, checked);
	const drawn = checked
		.filter((each) => each.pace !== null)
		.sort((a, b) => compareText(countsFrom(a.published), countsFrom(b.published)) || compareText(a.slug, b.slug));
	const order = (row: Score) => CHECKS.indexOf(row.check);
	const rows = asked(all, view).sort(
		(a, b) =>
			order(a) - order(b) ||
			(a.check === 'can' ? compareOutcomes(a, b, view) : 0) ||
			compareText(b.published, a.published) ||
			compareText(a.slug, b.slug)
	);
	const counts = { can: 0, not_yet: 0, cannot: 0 };
	for (const { check } of all) counts[check]++;
	return {
		verdict: forecastVerdict(checked, view, all.length),
		forecasts: drawn,
		bias: biasOf(book, drawn, view.as_of),
		rows,
		counts,
		names: namesOf(book, new Set(checked.flatMap((each) => each.companies.map(({ company }) => company))))
	};
}
