import type { DealAnswer } from './deal';
import { countsFrom } from '$lib/records/day';
import type { Value } from '$lib/records';
import { headline } from '$lib/records/value';
import { money } from '$lib/ui/format';
import { EVENT_NAMES, FIRMNESS_NAMES } from '$lib/records/vocabularies';

/** One point of a timeline. */
export interface Moment {
	date: string;
	title: string;
	note?: string;
	small?: string;
	state: 'past' | 'today' | 'plan';
}

/** An amount as it was stated: a ceiling says so, and so does a floor. */
function statedText(value: Value): string {
	const said = money(headline(value));
	if (value.central !== undefined || (value.low !== undefined && value.high !== undefined)) return said;
	return value.high === undefined ? `${said} or more` : `up to ${said}`;
}

/** A deal's events, the as-of day among them, and the end of its term: what happened and what is due. */
export function timelineOf({ deal, alone, row }: DealAnswer, asOf: string, today: string): Moment[] {
	const events = deal.events.map((event): Moment & { counts: string } => {
		const said = [
			event.value ? statedText(event.value) : '',
			event.firmness ? FIRMNESS_NAMES[event.firmness].toLowerCase() : ''
		].filter(Boolean);
		return {
			counts: countsFrom(event.on),
			date: event.on,
			title: `${EVENT_NAMES[event.type]}${said.length > 0 ? `: ${said.join(', ')}` : ''}.`,
			note: event.note,
			state: countsFrom(event.on) <= asOf ? 'past' : 'plan'
		};
	});
	const now: Moment & { counts: string } = {
		counts: asOf,
		date: asOf,
		title: asOf === today ? 'Today' : 'As known on',
		state: 'today'
	};
	const moments = [
		...events.filter((each) => each.counts <= asOf),
		now,
		// What became known after an earlier day is not shown as of that day; what is dated ahead of today is.
		...(asOf === today ? events.filter((each) => each.counts > asOf) : [])
	];
	if (alone.end && alone.end > asOf && !row?.cancelled)
		moments.push({
			counts: alone.end,
			date: alone.end,
			title: 'Term ends.',
			note: alone.assumed ? 'Assumed: nobody stated a term.' : undefined,
			state: 'plan'
		});
	return moments;
}
