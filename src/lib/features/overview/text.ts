import type { Found } from './answer';
import { breakDown } from './breakdown';
import type { LedgerLine } from '$lib/shared/reconciliation-bars';
import { hasOnlyFloor, targetOf, windowOf, windowYears } from '$lib/ledger/window';
import type { View } from '$lib/view';
import { day, money, moneyRange, percent, plural, score, spanText } from '$lib/ui/format';
import { LABEL_NAMES } from '$lib/records/vocabularies';

/** The words of the front page: sentences with numbers in them, made from the answer that the chart shows too. */

const PLACE = { us: 'in the US', global: 'worldwide' };

/** A projection is of everybody's spending: only an answer about all deals is set against it in words. */
function isWhole({ filters }: View['question']): boolean {
	return Object.keys(filters).length === 0;
}

/** By whom, where only companies are asked for; else that not all deals are. */
function promisers(payers: Found['payers'], { filters }: View['question']): string {
	const names = Object.keys(filters);
	if (names.length === 0) return '';
	if (names.length > 1 || !filters.payer) return ' by the deals asked for';
	return ` by ${filters.payer.map((slug) => payers.find((each) => each.slug === slug)?.name ?? slug).join(' and ')}`;
}

/** What was promised and what of it is due, of one place; the first thing a reader sees. */
function dashboardTitle(
	{ now, deals, projection, comparison, yardsticks, payers, signed }: Found,
	{ question }: View
): string {
	if (deals === 0 || now.headline_usd === null || now.counted_usd === null) return 'Nothing is known yet';
	if (now.counted_usd === 0) return `Nothing that is announced counts ${PLACE[question.scope]} yet`;
	const promised = `${money(now.counted_usd)} is promised ${PLACE[question.scope]}${promisers(payers, question)}`;
	const ifSigned = signed ? ' if all of it were signed' : '';
	if (projection && comparison && projection.scope === question.scope) {
		const window = windowOf(projection);
		if (yardsticks?.disputed && isWhole(question))
			return `${promised}. Whether ${money(targetOf(projection))} is spent in ${windowYears(window)} depends on whose books you read`;
		if (comparison.due_to_date_usd > 0)
			return `${promised}, ${money(comparison.due_to_date_usd)} of it due in ${windowYears(window)} so far${ifSigned}`;
	}
	return now.due_usd > 0 ? `${promised}, ${money(now.due_usd)} of it due so far${ifSigned}` : promised;
}

/** What the front page says of its answer. */
export interface Said {
	title: string;
	lead: Lead[];
	/** The lead in sentences: for search engines, and where there is no room for lines. */
	deck: string;
	mood: string;
	/** How the counted total is made, line by line. */
	breakdown: LedgerLine[];
	/** `keys`: what each kind of line and mark means. */
	chart: { title: string; summary: string; keys: { mark: string; means: string }[] };
}

/** The sentences of the front page: a part of its answer, so that its first script need not carry what makes them. */
export function sayOverview(found: Found, view: View): Said {
	return {
		title: dashboardTitle(found, view),
		lead: dashboardLead(found, view),
		deck: dashboardDeck(found, view),
		mood: moodText(found, view),
		breakdown: breakDown(found, view),
		chart: {
			title: chartTitle(view),
			summary: chartSummary(found, view),
			keys: chartKeys(found)
		}
	};
}

/** A line of the lead: its figure, and what it is. */
export interface Lead {
	figure: string;
	words: string;
}

/**
 * The lines under the title, each with its day, its place and the way it errs: what is promised, what of it is due by the deals'
 * terms under both shapes of spending, and what companies reported.
 */
function dashboardLead(answer: Found, view: View): Lead[] {
	const { now, uncertainty, deals } = answer;
	if (deals === 0 || now.counted_usd === null) return [];
	const { low, high } = uncertainty.counted;
	const range = low === high ? '' : `; ${moneyRange(low, high)}, as “up to” is read`;
	const promised = `promised ${PLACE[view.question.scope]} by ${day(view.as_of)}, counted once${range}`;
	return [
		{ figure: money(now.counted_usd), words: promised },
		dueLine(answer, view),
		...(isWhole(view.question) ? reportedLine(answer) : [])
	];
}

function dueLine({ now, projection, comparison, yardsticks, other_shape_usd, signed }: Found, view: View): Lead {
	const ramp = view.question.shape === 'ramp';
	const other = `${money(other_shape_usd)} if spending ${ramp ? 'were spread evenly' : 'ramps up'}`;
	const how = `by the deals’ terms, ${ramp ? 'ramping up' : 'spread evenly'} (${other})${signed ? ', what nobody has signed included' : ''}`;
	if (!projection || !comparison)
		return {
			figure: money(now.due_usd),
			words: `due ${PLACE[view.question.scope]} by ${day(view.as_of)}, ${how}. Low: only deals with a sum`
		};
	const { due_to_date_usd, pace } = comparison;
	const window = windowOf(projection);
	const path = `${money(targetOf(projection))}${hasOnlyFloor(projection) ? ' or more' : ''} that ${projection.institution} projects for ${windowYears(window)}`;
	const against = !isWhole(view.question)
		? ''
		: pace === null
			? `. The window of the ${path} has not opened`
			: `: ${percent(pace)} of the path to the ${path}`;
	return {
		figure: money(due_to_date_usd),
		words: `due ${PLACE[projection.scope]} by ${day(yardsticks?.deals?.day ?? view.as_of)}, ${how}${against}. Low: only deals with a sum`
	};
}

function reportedLine({ yardsticks }: Found): Lead[] {
	const books = yardsticks?.books;
	if (!books?.day || books.pace === null) return [];
	const who = plural(books.companies.length, 'company', 'companies');
	return [
		{
			figure: money(books.reported_usd),
			words: `reported by ${who} by ${day(books.day)}, worldwide: ${percent(books.pace)} of that path. High: all they build and buy, whatever for`
		}
	];
}

/** The same in sentences: for search engines, and where there is no room for lines. */
function dashboardDeck(answer: Found, view: View): string {
	const lines = dashboardLead(answer, view);
	if (lines.length > 0) return lines.map(({ figure, words }) => `${figure} ${words}.`).join(' ');
	const first = answer.event_days[0] ? ` The first entry of the ledger is of ${day(answer.event_days[0])}.` : '';
	return `No deal fits this question as known on ${day(view.as_of)}.${first}`;
}

/** How the index stands, in a sentence: its day, its window and the deals that it rests on. */
function moodText({ mood }: Found, view: View): string {
	if (!mood || mood.label === null) return 'No deal in the ledger has a reading yet.';
	const lean = mood.lean ?? 0;
	const tilt =
		mood.label !== 'NEUTRAL' || Math.abs(lean) < 0.25 ? '' : lean > 0 ? ', tilting scarier' : ', tilting dumber';
	const rests = `${plural(mood.deals, 'deal')} of ${mood.window_days} days to ${day(mood.date)}`;
	const last = mood.date === view.as_of ? '' : 'last read as ';
	return `WTF Index: ${last}${LABEL_NAMES[mood.label]}${tilt}, by ${rests}.`;
}

/** What the lines and marks mean that do not say it themselves. */
function chartKeys({ signed }: Found): Said['chart']['keys'] {
	return [
		{ mark: 'Dotted', means: 'the rest of each contract, already known.' },
		{ mark: 'Ticks on a dashed line', means: 'at least that much.' },
		{ mark: 'Hollow marker', means: 'a deal that adds nothing to the count.' },
		...(signed ? [{ mark: 'Dashed line', means: 'what would be due if all that is asked for were signed.' }] : []),
		{ mark: 'Number at a marker', means: 'so many deals in one.' }
	];
}

/** The title of the chart: what is plotted, where and when. */
function chartTitle(view: View): string {
	const where = view.question.scope === 'us' ? 'United States' : 'worldwide';
	return `Promised, due and reported, ${where}, ${windowYears({ start: view.from, end: view.to })}`;
}

/** The chart in one sentence, for those who do not see it. */
function chartSummary({ now, projection, comparison, markers, mood, reported }: Found, view: View): string {
	const last = reported.at(-1);
	const parts = [
		`Line chart, ${spanText(view.from, view.to)}.`,
		now.headline_usd === null
			? ''
			: `Announced worldwide: ${money(now.headline_usd)} by ${day(view.as_of)}; counted ${PLACE[view.question.scope]}: ${money(now.counted_usd ?? 0)}.`,
		projection && comparison
			? `${money(comparison.due_to_date_usd)} has fallen due in the window, ${money(comparison.contracted_usd)} is contracted for it; the projection asks for ${money(targetOf(projection))}.`
			: `${money(now.due_usd)} has fallen due.`,
		last ? `Companies reported ${money(last.usd)} by ${day(last.date)}.` : '',
		`${markers.length} deals are marked with their WTF readings.`,
		mood?.terminator != null && mood.idiocracy !== null
			? `The trailing index reads Terminator ${score(mood.terminator)}, Idiocracy ${score(mood.idiocracy)}.`
			: '',
		'Arrow keys step through the deals; the Table tab has the figures.'
	];
	return parts.filter(Boolean).join(' ');
}
