import { addDays, addMonths, countsFrom, dayNumber, type Day } from './day';
import type { Deal, DealEvent, Organisation, Piece, Rating, Records, Term, Value } from './records';
import { estimate, headline } from './value';
import { ESTIMATES, FIRMNESS, layerOf, type Estimate, type Firmness, type Layer } from './words';

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

/** Every change of state of every deal, by day, then by deal: what a sweep walks. */
export interface Timeline {
	day: Int32Array;
	entry: Int32Array;
	state: State[];
	// What a sweep asks of every state stands beside it, so that no state need be fetched.
	highWater: Float64Array;
	/** Its rank, or CANCELLED. */
	rank: Int8Array;
	/** Its value under each estimate, whole dollars; 0 where undisclosed. */
	amount: Record<Estimate, Float64Array>;
}

/** A rank below every firmness. */
export const CANCELLED = -1;

/** The records, made ready to be asked: nothing in it depends on a question. */
export interface Book {
	records: Records;
	/** Sorted by slug, so that sums do not depend on the order of files. */
	entries: Entry[];
	bySlug: Map<string, number>;
	organisations: Map<string, Organisation>;
	timeline: Timeline;
	/** Each entry's parent, as in `Entry`. */
	parents: Int32Array;
	/** Places of the entries in the order of their first days. */
	byFirstDay: Int32Array;
	/** The numbers of those days, in the same order. */
	firstDays: Int32Array;
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
		const next: State = {
			day,
			dayNo: before?.day === day ? before.dayNo : dayNumber(day),
			value: event.value ?? before?.value,
			firmness,
			rank: FIRMNESS.indexOf(firmness),
			cancelled: event.type === 'cancelled' || (before?.cancelled ?? false),
			term: event.term ?? before?.term,
			schedule: event.schedule ?? before?.schedule,
			highWater: Math.max(before?.highWater ?? 0, event.value ? headline(event.value) : 0)
		};
		if (before?.day === day) states[states.length - 1] = next;
		else states.push(next);
	}
	return states;
}

/** Sorted by counting how many changes fall on each day: entries come in order, and stay in it within a day. */
function timelineOf(entries: Entry[]): Timeline {
	let length = 0;
	let first = Infinity;
	let last = -Infinity;
	for (const { states } of entries) {
		length += states.length;
		first = Math.min(first, states[0]!.dayNo);
		last = Math.max(last, states.at(-1)!.dayNo);
	}
	const next = new Uint32Array(Math.max(last - first, 0) + 2);
	for (const { states } of entries) for (const { dayNo } of states) next[dayNo - first + 1]!++;
	for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
	const timeline: Timeline = {
		day: new Int32Array(length),
		entry: new Int32Array(length),
		state: new Array<State>(length),
		highWater: new Float64Array(length),
		rank: new Int8Array(length),
		amount: { low: new Float64Array(length), central: new Float64Array(length), high: new Float64Array(length) }
	};
	for (const { index, states } of entries) {
		for (const state of states) {
			const at = next[state.dayNo - first]!++;
			timeline.day[at] = state.dayNo;
			timeline.entry[at] = index;
			timeline.state[at] = state;
			timeline.highWater[at] = state.highWater;
			timeline.rank[at] = state.cancelled ? CANCELLED : state.rank;
			for (const which of ESTIMATES) timeline.amount[which][at] = estimate(state.value, which) ?? 0;
		}
	}
	return timeline;
}

/**
 * Makes records ready to be asked. They have been checked before (every deal has an event, `part_of` runs in no circle); a
 * `part_of` that names no deal here is taken as none.
 */
export function compile(records: Records): Book {
	const deals = [...records.deals].sort((a, b) => compareText(a.slug, b.slug));
	const bySlug = new Map(deals.map((deal, index) => [deal.slug, index]));
	const entries = deals.map((deal, index): Entry => {
		const states = fold(deal.events);
		const readings = (deal.ratings ?? []).map((rating) => ({ dayNo: dayNumber(countsFrom(rating.on)), rating }));
		return {
			index,
			deal,
			layer: layerOf(deal),
			firstDay: states[0]!.day,
			parent: deal.part_of === undefined ? -1 : (bySlug.get(deal.part_of) ?? -1),
			states,
			readings: readings.sort((a, b) => a.dayNo - b.dayNo)
		};
	});
	const timeline = timelineOf(entries);
	const isFirst = (i: number): boolean => entries[timeline.entry[i]!]!.states[0] === timeline.state[i];
	const byFirstDay = timeline.entry.filter((_, i) => isFirst(i));
	const firstDays = timeline.day.filter((_, i) => isFirst(i));
	const parents = Int32Array.from(entries, (entry) => entry.parent);
	const organisations = new Map(records.organisations.map((organisation) => [organisation.slug, organisation]));
	return { records, entries, bySlug, organisations, timeline, parents, byFirstDay, firstDays };
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

const ASSUMED_YEARS: Record<Exclude<Layer, 'funding'>, number> = { demand: 5, infrastructure: 3, components: 3 };

/** First and last day of a term, both inclusive. A term in years ends the day before the same date that much later. */
export function termDays(term: Term): { start: Day; end: Day } {
	const start = countsFrom(term.start);
	if ('end' in term) return { start, end: countsFrom(term.end) };
	return { start, end: addDays(addMonths(start, Math.round(12 * term.years)), -1) };
}

/** The term taken where none is known (MODEL section 4): from the first event on, by layer; one day for funding. */
export function assumedTerm(entry: Entry): { start: Day; end: Day } {
	if (entry.layer === 'funding') return { start: entry.firstDay, end: entry.firstDay };
	return termDays({ start: entry.firstDay, years: ASSUMED_YEARS[entry.layer] });
}
