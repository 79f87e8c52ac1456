import { columnsOf, timelineOf, type Columns, type Timeline } from './columnar';
import { countsFrom, dayNumber, type Day } from '$lib/records/day';
import type { Deal, DealEvent, Notice, Organisation, Piece, Rating, Records, Term, Value } from '$lib/records';
import { headline } from '$lib/records/value';
import { FIRMNESS, layerOf, type Firmness, type Layer } from '$lib/records/vocabularies';

/** What is true of a deal from `day` on, until its next state: the fold of its events (MODEL section 2). */
export interface State {
	day: Day;
	dayNo: number;
	value: Value | undefined;
	firmness: Firmness;
	/** Place of `firmness` in FIRMNESS. */
	rank: number;
	cancelled: boolean;
	term: Term | undefined;
	schedule: Piece[] | undefined;
	/** The day of the first event of the present run at this firmness; a cancellation does not end a run. */
	firmSince: Day;
	/** The day of its first completion, by its number. */
	completed: number | undefined;
	/** Who may end the contract by notice, as last stated; `days: null` where nobody may any more. */
	notice: Notice | undefined;
	/** What had been paid in all, as last reported, whole dollars. */
	paid: number | undefined;
	/** The day of the last event that says so, by its number. */
	paidOn: number | undefined;
	/** The largest headline value that any event has stated so far, whole dollars. */
	highWater: number;
}

/** One deal as the arithmetic sees it. */
export interface Entry {
	/** Its place in `Book.entries`. */
	index: number;
	deal: Deal;
	layer: Layer;
	firstDay: Day;
	/** Place of the deal that contains it; -1 where there is none. */
	parent: number;
	/** One for each day on which something changed, in order; never empty. */
	states: State[];
	/** Readings in the order of the days they count from. */
	readings: { dayNo: number; rating: Rating }[];
}

/** The records, made ready to be asked: nothing in it depends on a question. */
export interface Book {
	records: Records;
	/**
	 * In the order of their first days, then of their slugs: sums do not depend on the order of files, and what happens at one
	 * time lies in one place.
	 */
	entries: Entry[];
	bySlug: Map<string, number>;
	organisations: Map<string, Organisation>;
	timeline: Timeline;
	/** What is asked of every entry, a column each, so that no entry need be fetched. */
	columns: Columns;
}

/** Plain order of code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function fold(events: DealEvent[]): State[] {
	const dated = events.map((event) => ({ event, day: countsFrom(event.on) }));
	dated.sort((a, b) => compareText(a.day, b.day));
	const states: State[] = [];
	for (const { event, day } of dated) {
		const before = states.at(-1);
		const signed = event.type === 'definitive' || event.type === 'completed';
		const firmness = event.firmness ?? (signed ? 'definitive' : (before?.firmness ?? 'announced'));
		const dayNo = before?.day === day ? before.dayNo : dayNumber(day);
		const next: State = {
			day,
			dayNo,
			value: event.value ?? before?.value,
			firmness,
			rank: FIRMNESS.indexOf(firmness),
			cancelled: event.type === 'cancelled' || (before?.cancelled ?? false),
			term: event.term ?? before?.term,
			schedule: event.schedule ?? before?.schedule,
			firmSince: before?.firmness === firmness ? before.firmSince : day,
			completed: before?.completed ?? (event.type === 'completed' ? dayNo : undefined),
			notice: event.notice ?? before?.notice,
			paid: event.paid ?? before?.paid,
			paidOn: event.paid === undefined ? before?.paidOn : dayNo,
			highWater: Math.max(before?.highWater ?? 0, event.value ? headline(event.value) : 0)
		};
		if (before?.day === day) states[states.length - 1] = next;
		else states.push(next);
	}
	return states;
}

/** The places that deals take by their first days, where they come in the order of their slugs. */
function placesOf(histories: State[][]): Int32Array {
	// The day and the rank by slug in one number: numbers are sorted many times faster than deals.
	const keys = Float64Array.from(histories, ([first], rank) => first!.dayNo * histories.length + rank).sort();
	const places = new Int32Array(histories.length);
	for (const [place, key] of keys.entries())
		places[key - Math.floor(key / histories.length) * histories.length] = place;
	return places;
}

/**
 * Makes records ready to be asked. They have been checked before (every deal has an event, `part_of` runs in no circle); a
 * `part_of` that names no deal here is taken as none.
 */
export function compile(records: Records): Book {
	const deals = [...records.deals].sort((a, b) => compareText(a.slug, b.slug));
	const histories = deals.map((deal) => fold(deal.events));
	const places = placesOf(histories);
	const bySlug = new Map(deals.map((deal, rank) => [deal.slug, places[rank]!]));
	const made = deals.map((deal, rank): Entry => {
		const states = histories[rank]!;
		const readings = (deal.ratings ?? []).map((rating) => ({ dayNo: dayNumber(countsFrom(rating.on)), rating }));
		return {
			index: places[rank]!,
			deal,
			layer: layerOf(deal),
			firstDay: states[0]!.day,
			parent: deal.part_of === undefined ? -1 : (bySlug.get(deal.part_of) ?? -1),
			states,
			readings: readings.sort((a, b) => a.dayNo - b.dayNo)
		};
	});
	const entries = new Array<Entry>(made.length);
	for (const entry of made) entries[entry.index] = entry;
	const organisations = new Map(records.organisations.map((organisation) => [organisation.slug, organisation]));
	return {
		records,
		entries,
		bySlug,
		organisations,
		timeline: timelineOf(made, records.terms),
		columns: columnsOf(made)
	};
}

/** The latest of some dated things that counts at a day, given by its number; undefined before the first. */
function latest<T extends { dayNo: number }>(dated: T[], dayNo: number): T | undefined {
	for (let i = dated.length - 1; i >= 0; i--) if (dated[i]!.dayNo <= dayNo) return dated[i];
	return undefined;
}

/** The state of a deal at the end of a day; undefined before its first event. */
export function stateAt(entry: Entry, dayNo: number): State | undefined {
	return latest(entry.states, dayNo);
}

/** A deal's reading at the end of a day; undefined while it has none. */
export function readingAt(entry: Entry, dayNo: number): Rating | undefined {
	return latest(entry.readings, dayNo)?.rating;
}

/** True for an organisation that stands for a party that nobody names. */
export function isStandIn(book: Book, slug: string): boolean {
	return book.organisations.get(slug)?.stand_in === true;
}
