import type { Dashboard } from './answer';
import { floorOnly, targetOf, windowOf, windowYears } from '$lib/ledger/window';
import type { View } from '$lib/view';
import { day, money, moneyRange, percent, plural, score, span } from '$lib/ui/format';
import { LABEL_NAMES } from '$lib/records/vocabularies';

/** The words of the front page: sentences with numbers in them, made from the answer that the chart shows too. */

const PLACE = { us: 'in the US', global: 'worldwide' };

/** What was announced and what of it counts; the first thing a reader sees. */
export function dashboardTitle({ now, deals }: Dashboard, { question }: View): string {
	if (deals === 0 || now.headline_usd === null || now.counted_usd === null) return 'Nothing is known yet';
	const asked = Object.keys(question.filters).length > 0 ? 'by the deals asked for' : 'worldwide';
	const where = question.scope === 'us' ? ' in the US' : '';
	return `Of ${money(now.headline_usd)} announced ${asked}, ${money(now.counted_usd)} survives the count${where}`;
}

/** A line of the lead: its figure, and what it is. */
export interface Lead {
	figure: string;
	words: string;
}

/** The lines under the title: what is committed, what was projected and by whom, what is spent and how that keeps up. */
export function dashboardLead({ now, uncertainty, projection, comparison, deals }: Dashboard, view: View): Lead[] {
	if (deals === 0 || now.counted_usd === null) return [];
	const { low, high } = uncertainty.counted;
	const lines = [
		{
			figure: money(now.counted_usd),
			words: `committed ${PLACE[view.question.scope]}, counted once; ${moneyRange(low, high)} depending on how “up to” is read`
		}
	];
	if (projection && comparison) {
		const { due_to_date_usd, pace } = comparison;
		const years = windowYears(windowOf(projection));
		lines.push(
			{
				figure: money(targetOf(projection)),
				words: `${floorOnly(projection) ? 'or more ' : ''}projected ${PLACE[projection.scope]} for ${years}, by ${projection.institution}`
			},
			{
				figure: money(due_to_date_usd),
				words: `due in ${years} so far, ${
					pace === null ? 'before the window opened' : `${percent(pace)} of what that projection asks for by now`
				}`
			}
		);
	}
	return lines;
}

/** The same in sentences: for search engines, and where there is no room for lines. */
export function dashboardDeck(answer: Dashboard, view: View): string {
	const lines = dashboardLead(answer, view);
	if (lines.length > 0) return lines.map(({ figure, words }) => `${figure} ${words}.`).join(' ');
	const first = answer.event_days[0] ? ` The first entry of the ledger is of ${day(answer.event_days[0])}.` : '';
	return `No deal fits this question as known on ${day(view.as_of)}.${first}`;
}

/** How the index stands, in a sentence: its day, its window and the deals that it rests on. */
export function moodText({ mood }: Dashboard, view: View): string {
	if (!mood || mood.label === null) return 'No deal in the ledger has a reading yet.';
	const lean = mood.lean ?? 0;
	const tilt =
		mood.label !== 'NEUTRAL' || Math.abs(lean) < 0.25 ? '' : lean > 0 ? ', tilting scarier' : ', tilting dumber';
	const rests = `${plural(mood.deals, 'deal')} of ${mood.window_days} days to ${day(mood.date)}`;
	const last = mood.date === view.as_of ? '' : 'last read as ';
	return `WTF Index: ${last}${LABEL_NAMES[mood.label]}${tilt}, by ${rests}.`;
}

/** The title of the chart: what is plotted, where and when. */
export function chartTitle(view: View): string {
	const where = view.question.scope === 'us' ? 'United States' : 'worldwide';
	return `Commitments and spending, ${where}, ${windowYears({ start: view.from, end: view.to })}`;
}

/** The chart in one sentence, for those who do not see it. */
export function chartSummary({ now, projection, comparison, markers, mood }: Dashboard, view: View): string {
	const parts = [
		`Line chart, ${span(view.from, view.to)}.`,
		now.headline_usd === null
			? ''
			: `Headline commitments reach ${money(now.headline_usd)} by ${day(view.as_of)}, counted commitments ${money(now.counted_usd ?? 0)}.`,
		projection && comparison
			? `${money(comparison.due_to_date_usd)} has fallen due in the window, ${money(comparison.contracted_usd)} is contracted for it; the projection asks for ${money(targetOf(projection))}.`
			: `Due spending stands at ${money(now.due_usd)}.`,
		`${markers.length} deals are marked with their WTF readings.`,
		mood?.terminator != null && mood.idiocracy !== null
			? `The trailing index reads Terminator ${score(mood.terminator)}, Idiocracy ${score(mood.idiocracy)}.`
			: '',
		'Arrow keys step through the deals; the Table tab has the figures.'
	];
	return parts.filter(Boolean).join(' ');
}
