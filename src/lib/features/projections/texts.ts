import type { ForecastsInput } from '$lib/charts/kinds/forecasts/model';
import { windowYears } from '$lib/ledger/window';
import { countsFrom } from '$lib/records/day';
import type { Check, Path } from '$lib/records/vocabularies';
import { paceBy, type Forecast } from '$lib/shared/forecasts';
import type { Names } from '$lib/shared/names';
import { day, money, percent } from '$lib/ui/format';
import type { PathBias } from './scoreboard';

/** What the answers to whether a projection can be checked are called. */
export const CHECK_WORDS: Record<Check, string> = { can: 'Can be checked', not_yet: 'Not yet', cannot: 'Cannot' };

/** The window of a forecast in years. */
export const yearsOf = ({ window_start, window_end }: Pick<Forecast, 'window_start' | 'window_end'>): string =>
	windowYears({ start: window_start, end: window_end });

/** What a path is called in a sentence. */
export const PATH_WORDS: Record<Path, string> = {
	straight: 'a straight path',
	last_year: 'a path in the shape of last year'
};

/** A forecast by the filings, in a sentence without a full stop; undefined where it has no such path. */
export function outcomeText(forecast: Forecast, path: Path): string | undefined {
	const { reported_to, reported_usd } = forecast;
	const { path_usd, pace } = paceBy(forecast, path);
	if (reported_to === null || path_usd === null || pace === null) return undefined;
	return `${percent(pace)} of its path: ${money(reported_usd)} reported by ${day(reported_to)}, ${money(path_usd)} projected by then`;
}

/** Why a forecast cannot be held against reports yet, without a full stop. */
export function waitingText({ window_start, missing }: Forecast, names: Names, asOf: string): string {
	if (window_start > asOf) return `its window opens on ${day(window_start)}`;
	if (missing.length === 0) return 'no report reaches into its window';
	return `no report yet of ${missing.map((slug) => names[slug] ?? slug).join(', ')}`;
}

const labelOf = (forecast: Forecast): string => `${forecast.by}, ${yearsOf(forecast)}`;

/** The texts that stand in a list more than once. */
function repeated(texts: readonly string[]): Set<string> {
	return new Set(texts.filter((text, i) => texts.indexOf(text) !== i));
}

/** What is drawn of the forecasts by a path; those without one are left out. `hrefOf` leads to a projection. */
export function forecastsInput(
	forecasts: readonly Forecast[],
	{ path, as_of }: { path: Path; as_of: string },
	hrefOf: (slug: string) => string
): ForecastsInput {
	const shared = repeated(forecasts.map(labelOf));
	const rows = forecasts.flatMap((each) => {
		const { pace } = paceBy(each, path);
		const said = outcomeText(each, path);
		if (pace === null || said === undefined) return [];
		const label = shared.has(labelOf(each))
			? `${labelOf(each)} (${day(each.published.slice(0, 7)).slice(0, 3)})`
			: labelOf(each);
		const made = `${each.own ? 'guidance' : 'made'} ${day(each.published)}`;
		return [
			{
				slug: each.slug,
				label,
				published: countsFrom(each.published),
				own: each.own,
				pace,
				other: paceBy(each, path === 'straight' ? 'last_year' : 'straight').pace,
				text: `${label}, ${made}: ${money(each.target_usd)}. ${said}.`,
				href: hrefOf(each.slug)
			}
		];
	});
	return { rows, as_of };
}

/** The days up to which the forecasts are held against reports: `30 Jun 2026`, or from the first to the last of them. */
export function reportedTo(forecasts: readonly Forecast[]): string {
	const days = forecasts.map((each) => each.reported_to ?? '').sort();
	const [first = '', last = ''] = [days[0], days.at(-1)];
	return first === last ? day(first) : `${day(first)} to ${day(last)}`;
}

/** Which way a straight path errs, and how much the choice of the path decides. */
export function biasText({ year, half, straight, last_year, of }: PathBias): string {
	const err = half < 0.5 ? 'more early in a year and less late in it' : 'less early in a year and more late in it';
	return (
		`A straight path asks for half of a year by 30 June; in ${year} these companies had paid ${percent(half)} of theirs by then. ` +
		`So it asks for ${err} than is paid: of ${of} forecasts ${straight} have been outrun by a straight path, ${last_year} by one in the shape of ${year}.`
	);
}
