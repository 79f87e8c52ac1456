import type { Dashboard } from '$lib/answers/dashboard';
import { targetOf, windowOf, windowYears } from '$lib/ledger/window';
import type { View } from '$lib/view';
import { day, money, moneyRange, percent, score, span } from './format';
import { LABEL_NAMES } from './words';

/** The words of the front page: sentences with numbers in them, made from the answer that the chart shows too. */

const PLACE = { us: 'in the US', global: 'worldwide' };

/** What was announced and what of it counts; the first thing a reader sees. */
export function dashboardTitle({ now, deals }: Dashboard): string {
	if (deals === 0 || now.headline_usd === null || now.counted_usd === null) return 'Nothing is known yet';
	return `Of ${money(now.headline_usd)} announced, ${money(now.counted_usd)} survives the count`;
}

/** The sentences under the title: what became of the rest, how sure it is, and what was projected. */
export function dashboardDeck(
	{ now, grounds, projection, comparison, deals, event_days }: Dashboard,
	view: View
): string {
	if (deals === 0 || now.headline_usd === null || now.counted_usd === null) {
		const first = event_days[0] ? ` The first entry of the ledger is of ${day(event_days[0])}.` : '';
		return `No deal fits this question as known on ${day(view.as_of)}.${first}`;
	}
	const rest = now.headline_usd - now.counted_usd;
	const { low, high } = grounds.counted;
	const why =
		view.question.scope === 'us'
			? 'money for another layer, abroad, cut, not firm'
			: 'money for another layer, cut, not firm';
	const sentences = [
		`The other ${money(rest)} was ${why}, generously rounded, or the same dollars seen twice. What counts ${PLACE[view.question.scope]} is ${moneyRange(low, high)}, depending on how “up to” is read.`
	];
	if (projection && comparison) {
		const { spend_to_date_usd, contracted_usd, pace } = comparison;
		const years = windowYears(windowOf(projection));
		sentences.push(
			`${money(spend_to_date_usd)} of it has been recognised as spent in ${years}, ${
				pace === null
					? 'before the window opened'
					: `${percent(pace)} of what the projected ${money(targetOf(projection))} asks for by now`
			}; ${money(contracted_usd)} is under contract for the window.`
		);
	}
	return sentences.join(' ');
}

/** How the index stands, in a sentence. */
export function moodText({ mood }: Dashboard, view: View): string {
	if (!mood || mood.label === null) return 'No deal in the ledger has a reading yet.';
	const when = mood.date === view.as_of ? '90 days' : `90 days to ${day(mood.date)}`;
	const lean = mood.lean ?? 0;
	const tilt =
		mood.label !== 'NEUTRAL' || Math.abs(lean) < 0.25 ? '' : lean > 0 ? ', tilting scarier' : ', tilting dumber';
	return `WTF Index, ${when}: ${LABEL_NAMES[mood.label].toLowerCase()}${tilt}.`;
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
			? `${money(comparison.spend_to_date_usd)} has been recognised in the window, ${money(comparison.contracted_usd)} is contracted for it; the projection asks for ${money(targetOf(projection))}.`
			: `Recognised spending stands at ${money(now.recognised_usd)}.`,
		`${markers.length} deals are marked with their WTF readings.`,
		mood?.terminator != null && mood.idiocracy !== null
			? `The trailing index reads Terminator ${score(mood.terminator)}, Idiocracy ${score(mood.idiocracy)}.`
			: '',
		'Arrow keys step through the deals; the Table tab has the figures.'
	];
	return parts.filter(Boolean).join(' ');
}
