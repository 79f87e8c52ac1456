import type { BacklogMetric } from '$lib/ledger/filings';
import { count, money, percent, plural, quarter, score } from '$lib/ui/format';
import type { FilingsPage } from './answer';

export const METRIC_NAMES: Record<BacklogMetric, string> = {
	revenue_backlog: 'revenue backlog',
	backlog: 'backlog',
	rpo_total: 'remaining performance obligations',
	rpo_commercial: 'commercial remaining performance obligations'
};

/** The title: how much of the smallest and the largest share of a backlog the ledger sees. */
export function filingsTitle({ backlogs, names }: FilingsPage): string {
	const rated = backlogs.flatMap(({ company, share }) => (share === null ? [] : [{ name: names[company], share }]));
	const [most, least] = [rated[0], rated.at(-1)];
	if (!most || !least) return 'No company has filed a backlog yet';
	const one = `The ledger sees ${percent(least.share)} of ${least.name}’s backlog`;
	return most === least ? one : `${one} and ${percent(most.share)} of ${most.name}’s`;
}

/** Under the title: the same of capital spending, in the last quarter that all have reported. */
export function filingsDeck({ quarters }: FilingsPage): string {
	const last = quarters.findLast(({ share }) => share !== null);
	if (!last) return 'The ledger holds announced deals only; what companies file holds everything they sell and build.';
	const due = `deals that they pay had ${money(last.due_usd)} due in it, ${percent(last.share!)} as much`;
	return `Companies reported ${money(last.reported_usd!)} of capex for ${quarter(last.date)}; ${due}. The ledger holds announced deals only.`;
}

/** How the labs stand: those whose due passes what they had to spend, and how little of that is recorded. */
export function labsText({ labs, names }: Pick<FilingsPage, 'labs' | 'names'>): string {
	const rated = labs.filter(({ ceiling_usd }) => ceiling_usd !== null);
	if (rated.length === 0) return 'No lab’s revenue is recorded for four quarters.';
	const over = rated.filter((row) => row.over);
	if (over.length === 0)
		return `No more is due from any of ${plural(rated.length, 'lab')} than it is known to have had.`;
	const told = over.map((row) => {
		const times = row.share === null ? '' : `, ${score(row.share)} times as much`;
		return `${names[row.company]} had ${money(row.ceiling_usd!)} to spend, as far as recorded, in the four quarters to ${quarter(row.to)}; ${money(row.due_usd)} was due from it${times}`;
	});
	return `${told.join('. ')}. What is due is then too high, or too early, or was paid with money that nobody recorded.`;
}

/** What the last year that has ended says of the ledger’s own forecasts. */
export function backtestText({ backtest }: Pick<FilingsPage, 'backtest'>): string {
	const last = backtest.findLast(({ ended, then_usd }) => ended && then_usd > 0);
	if (!last) return 'No twelve months of which the ledger said anything have ended.';
	return (
		`At the end of ${quarter(last.date)} the ledger said that ${money(last.then_usd)} would fall due in twelve months. ` +
		`As known now it was ${money(last.now_usd)}, ${money(last.new_usd)} of it on deals that nobody knew then.`
	);
}

/** How what was said of periods that have ended came out. */
export function forecastsText({ forecasts }: Pick<FilingsPage, 'forecasts'>): string {
	const rated = forecasts.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]));
	if (rated.length === 0) return 'Of no period that has ended is both known: what was said and what was reported.';
	const above = rated.filter((ratio) => ratio > 1).length;
	return `Of ${plural(rated.length, 'forecast')} that can be checked ${count(above)} came out higher than was first said.`;
}
