import { countsFrom, type Day } from '$lib/records/day';
import type { Deal, DealEvent } from '$lib/records';
import { estimate } from '$lib/records/value';
import { ESTIMATES, type EventType } from '$lib/records/vocabularies';

/** One version of one figure of a deal: what an event stated, from its day until the next version of the same field. */
export interface DealVersion {
	slug: string;
	field: string;
	/** The day that it counts from. */
	from: Day;
	/** Whole dollars of a sum, else the words recorded; null where the event took it away. */
	value: string | number | null;
	event: EventType;
	sources: string[];
}

/** The firmness that an event sets, its own or the one that follows from its type; undefined where it keeps the one before. */
function firmnessOf({ type, firmness }: DealEvent, isFirst: boolean): string | undefined {
	if (firmness || type === 'cancelled') return firmness;
	if (type === 'definitive' || type === 'completed') return 'definitive';
	return isFirst ? 'announced' : undefined;
}

/** The fields that an event states, with what it says of each. */
function statedBy(event: DealEvent, isFirst: boolean): [string, string | number | null][] {
	const { type, value, term, schedule, paid, notice } = event;
	const stated: [string, string | number | null | undefined][] = [
		...(value ? ESTIMATES.map((which): [string, number | null] => [`${which}_usd`, estimate(value, which)]) : []),
		['firmness', firmnessOf(event, isFirst)],
		['term', term && ('end' in term ? `${term.start} to ${term.end}` : `${term.start}, ${term.years} years`)],
		['schedule', schedule?.map(({ from, to, amount }) => `${from} to ${to}: ${amount}`).join('; ')],
		['paid_usd', paid],
		['notice', notice && (notice.days === null ? null : `${notice.by}, ${notice.days} days, from ${notice.from}`)],
		['cancelled', type === 'cancelled' ? 'true' : undefined]
	];
	return stated.filter((each): each is [string, string | number | null] => each[1] !== undefined);
}

/** Every version of every figure of a deal known at a day, in the order in which its events are folded (MODEL section 2). */
export function dealVersions(deal: Deal, asOf: Day): DealVersion[] {
	const origin = new Map(deal.sources.map((source) => [source.key, source.url ?? source.publisher]));
	const events = deal.events.map((event) => ({ event, from: countsFrom(event.on) }));
	events.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
	return events
		.filter(({ from }) => from <= asOf)
		.flatMap(({ event, from }, place) =>
			statedBy(event, place === 0).map(([field, value]) => ({
				slug: deal.slug,
				field,
				from,
				value,
				event: event.type,
				sources: event.sources.map((key) => origin.get(key) ?? key)
			}))
		);
}
