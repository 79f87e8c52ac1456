import { countsFrom, type Day } from '$lib/records/day';
import { count } from '$lib/ui/format';
import type { View } from '$lib/view';
import { paceBy, type Forecast } from './forecasts';

/** A forecast with the share of its path that was reported; null where it has no such path. */
interface Judged {
	published: string;
	pace: number | null;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The month of a day: `February 2026`. */
function monthOf(day: Day): string {
	return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** Fewer than these are no rule that a sentence may begin with. */
const SOME = 2;

/** Those that run ahead of the money, of so many made since; `all` where none of them was outrun. */
function since(ahead: number, of: number): string {
	if (of === 1) return 'The one made since runs ahead of the money';
	if (ahead === of) return `All ${count(of)} made since run ahead of the money`;
	return `Of the ${count(of)} made since, ${count(ahead)} ${ahead === 1 ? 'runs' : 'run'} ahead of the money`;
}

/**
 * What came of the forecasts so far, as a title (without a full stop). A forecast is outrun where what was reported has reached its path; else it
 * runs ahead of the money. Where two or more were made before the month of the first one that runs ahead, all of those were outrun,
 * and that is said first; a partial date counts from the last day of its period, as everywhere. `known`: all projections there are.
 */
export function verdictOf(forecasts: readonly Judged[], known: number): string {
	const judged = forecasts.filter((each) => each.pace !== null);
	const ahead = judged.filter((each) => each.pace! < 1);
	const n = judged.length;
	if (known === 0) return 'Nobody in the ledger had projected anything yet';
	if (n === 0) return 'No forecast can be held against reported spending yet';
	if (n === 1) {
		const state = ahead.length === 0 ? 'has been outrun so far' : 'runs ahead of the money so far';
		return `The one forecast that can be checked ${state}`;
	}
	if (ahead.length === 0) return `All ${count(n)} forecasts that can be checked have been outrun so far`;
	if (ahead.length === n) return `All ${count(n)} forecasts that can be checked run ahead of the money so far`;
	const first = ahead.map((each) => countsFrom(each.published)).reduce((a, b) => (a < b ? a : b));
	const before = judged.filter((each) => countsFrom(each.published) < `${first.slice(0, 7)}-01`).length;
	if (before >= SOME)
		return `All ${count(before)} forecasts made before ${monthOf(first)} have been outrun so far. ${since(ahead.length, n - before)}`;
	const outrun = n - ahead.length;
	return `Of ${count(n)} forecasts that can be checked, ${count(outrun)} ${outrun === 1 ? 'has' : 'have'} been outrun so far; ${count(ahead.length)} ${ahead.length === 1 ? 'runs' : 'run'} ahead of the money`;
}

/** What came of some forecasts by the path of a view, as a title, of so many projections known. */
export function forecastVerdict(checked: readonly Forecast[], { path }: Pick<View, 'path'>, known: number): string {
	const judged = checked.map((each) => ({ published: each.published, pace: paceBy(each, path).pace }));
	return verdictOf(judged, known);
}
