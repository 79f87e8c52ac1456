import type { Entry, State } from './book';
import { countsFrom, dayNumber } from '$lib/records/day';
import type { AssumedTerms } from '$lib/records';
import { assumedTerm, firstYears, termSpan, yearsChanges, type AssumedLayer, type YearsByLayer } from './term';
import { estimate, headline, partsPerMillion } from '$lib/records/value';
import { ESTIMATES, LAYERS, type Estimate } from '$lib/records/vocabularies';

/**
 * The book once more, as columns of numbers. A question about a million deals asks a few numbers of every one of them: side by
 * side in memory they cost what reading them costs, in a million objects they cost a fetch each.
 */

/** A rank below every firmness. */
export const CANCELLED = -1;

/** Later than any day that can be written. */
export const NEVER = 2 ** 31 - 1;

/** What says when a deal falls due (MODEL section 4): its schedule, its term, the term assumed for its layer, or its completion. */
export const BY = { schedule: 0, term: 1, assumed: 2, completion: 3 } as const;

/** Every change of state of every deal, by day: what a sweep walks. */
export interface Timeline {
	day: Int32Array;
	entry: Int32Array;
	state: State[];
	highWater: Float64Array;
	/** By how much the high water rose with it. */
	rise: Float64Array;
	/** The headline of its value, whole dollars; 0 where it is cancelled. */
	headline: Float64Array;
	/** Its rank, or CANCELLED. */
	rank: Int8Array;
	/** Its value under each estimate, whole dollars; 0 where undisclosed. */
	amount: Record<Estimate, Float64Array>;
	/** Where in `pieces` those begin over which it is due, and where they have ended. */
	begin: Int32Array;
	end: Int32Array;
	pieces: Pieces;
	/** Where the pieces end under the first assumed terms, and then under each change of them, in order. */
	ends: [PieceEnds, ...PieceEnds[]];
}

/** The numbers of the last days of all pieces under the assumed terms that are in force from a day on. */
export interface PieceEnds {
	/** The number of that day. */
	dayNo: number;
	/** The layer whose term is another from then on; null of the first. */
	layer: AssumedLayer | null;
	years: YearsByLayer;
	to: Int32Array;
}

/** Straight pieces by the numbers of their first days, and their weights. */
export interface Pieces {
	from: Int32Array;
	amount: Float64Array;
	/** One of BY. A completion that is not known falls on NEVER. */
	by: Uint8Array;
}

/** One number or more of every entry, by its place. */
export interface Columns {
	/** Each entry's parent, -1 where it has none. */
	parent: Int32Array;
	/** Its place in LAYERS. */
	layer: Uint8Array;
	/** 1 where it falls due with its container. */
	withContainer: Uint8Array;
	/** The first deal inside it, and the next one beside it inside its own parent; -1 where there is none. */
	firstPart: Int32Array;
	nextPart: Int32Array;
	/** The part of it that lies in the US, per million; 0 where that is not known. */
	usParts: Int32Array;
	/** The number of its first day: never falls. */
	firstDay: Int32Array;
	/** Where its readings begin in the columns below; one more, where the last ones end. */
	reading: Int32Array;
	readingDay: Int32Array;
	terminator: Uint8Array;
	idiocracy: Uint8Array;
}

/** How many pieces a deal is spread over in a state: those of its schedule, else its term. */
const piecesIn = (state: State): number => state.schedule?.length ?? 1;

/** True where a later state of a deal is spread over the same days, or is cancelled. */
const samePieces = (before: State, state: State): boolean =>
	state.cancelled ||
	(before.term === state.term && before.schedule === state.schedule && before.completed === state.completed);

/** The ends of all pieces under the assumed terms in force on a day, given by its number. */
export function endsAt({ ends }: Timeline, dayNo: number): PieceEnds {
	return ends.findLast((each) => each.dayNo <= dayNo) ?? ends[0];
}

/** Writes the pieces of a state from a place on, their ends under each assumed terms. */
function writePieces(
	{ pieces, ends }: Pick<Timeline, 'pieces' | 'ends'>,
	at: number,
	entry: Entry,
	{ schedule, term, completed }: State
): void {
	if (schedule) {
		for (let i = 0; i < schedule.length; i++) {
			pieces.from[at + i] = dayNumber(countsFrom(schedule[i]!.from));
			pieces.amount[at + i] = schedule[i]!.amount;
			const last = dayNumber(countsFrom(schedule[i]!.to));
			for (const { to } of ends) to[at + i] = last;
		}
		return;
	}
	for (const { to: last, years } of ends) {
		const spread = term ?? assumedTerm(entry.layer, entry.deal.kind, entry.firstDay, years);
		const { from, to } = spread ? termSpan(spread) : { from: completed ?? NEVER, to: completed ?? NEVER };
		pieces.from[at] = from;
		last[at] = to;
		pieces.by[at] = term ? BY.term : spread ? BY.assumed : BY.completion;
	}
	pieces.amount[at] = 1;
}

/** Where each share begins that is laid end to end, and where the last one ends; `count[i + 1]` is how long the i-th is. */
function layOut(count: Int32Array): Int32Array {
	for (let i = 1; i < count.length; i++) count[i]! += count[i - 1]!;
	return count;
}

/**
 * The timeline of entries, sorted by counting how many changes fall on each day.
 * @param entries in the order in which they lie in memory, whatever their places
 */
export function timelineOf(entries: Entry[], terms: readonly AssumedTerms[]): Timeline {
	let length = 0;
	let [first, last] = [Infinity, -Infinity];
	const pieceOf = new Int32Array(entries.length + 1);
	for (const { index, states } of entries) {
		length += states.length;
		first = Math.min(first, states[0]!.dayNo);
		last = Math.max(last, states.at(-1)!.dayNo);
		for (let i = 0; i < states.length; i++)
			if (i === 0 || !samePieces(states[i - 1]!, states[i]!)) pieceOf[index + 1]! += piecesIn(states[i]!);
	}
	const next = new Int32Array(Math.max(last - first, 0) + 2);
	for (const { states } of entries) for (const { dayNo } of states) next[dayNo - first + 1]!++;
	layOut(next);
	const parts = layOut(pieceOf).at(-1)!;
	const pieces: Pieces = {
		from: new Int32Array(parts),
		amount: new Float64Array(parts),
		by: new Uint8Array(parts)
	};
	const ends: Timeline['ends'] = [{ dayNo: -NEVER, layer: null, years: firstYears(terms), to: new Int32Array(parts) }];
	for (const { day, layer, years } of yearsChanges(terms))
		ends.push({ dayNo: dayNumber(day), layer, years, to: new Int32Array(parts) });
	const timeline: Timeline = {
		day: new Int32Array(length),
		entry: new Int32Array(length),
		state: new Array<State>(length),
		highWater: new Float64Array(length),
		rise: new Float64Array(length),
		headline: new Float64Array(length),
		rank: new Int8Array(length),
		amount: { low: new Float64Array(length), central: new Float64Array(length), high: new Float64Array(length) },
		begin: new Int32Array(length),
		end: new Int32Array(length),
		pieces,
		ends
	};
	for (const entry of entries) {
		let begin = pieceOf[entry.index]!;
		let end = begin;
		let before: State | undefined;
		for (const state of entry.states) {
			if (!before || !samePieces(before, state)) {
				begin = end;
				end += piecesIn(state);
				writePieces(timeline, begin, entry, state);
			}
			const at = next[state.dayNo - first]!++;
			timeline.day[at] = state.dayNo;
			timeline.entry[at] = entry.index;
			timeline.state[at] = state;
			timeline.highWater[at] = state.highWater;
			timeline.rise[at] = state.highWater - (before?.highWater ?? 0);
			timeline.headline[at] = state.cancelled ? 0 : headline(state.value);
			timeline.rank[at] = state.cancelled ? CANCELLED : state.rank;
			for (const which of ESTIMATES) timeline.amount[which][at] = estimate(state.value, which) ?? 0;
			timeline.begin[at] = begin;
			timeline.end[at] = end;
			before = state;
		}
	}
	return timeline;
}

/** The columns of entries, in the order of their places; `entries` as for `timelineOf`. */
export function columnsOf(entries: Entry[]): Columns {
	const size = entries.length;
	const count = new Int32Array(size + 1);
	for (const { index, readings } of entries) count[index + 1] = readings.length;
	const reading = layOut(count);
	const columns: Columns = {
		parent: new Int32Array(size),
		layer: new Uint8Array(size),
		withContainer: new Uint8Array(size),
		firstPart: new Int32Array(size).fill(-1),
		nextPart: new Int32Array(size).fill(-1),
		usParts: new Int32Array(size),
		firstDay: new Int32Array(size),
		reading,
		readingDay: new Int32Array(reading[size]!),
		terminator: new Uint8Array(reading[size]!),
		idiocracy: new Uint8Array(reading[size]!)
	};
	for (const { index, deal, layer, parent, states, readings } of entries) {
		columns.parent[index] = parent;
		columns.layer[index] = LAYERS.indexOf(layer);
		columns.withContainer[index] = deal.timing === 'container' && parent >= 0 ? 1 : 0;
		columns.usParts[index] = deal.us_share === undefined ? 0 : partsPerMillion(deal.us_share);
		columns.firstDay[index] = states[0]!.dayNo;
		let at = reading[index]!;
		for (const { dayNo, rating } of readings) {
			columns.readingDay[at] = dayNo;
			columns.terminator[at] = rating.terminator;
			columns.idiocracy[at++] = rating.idiocracy;
		}
	}
	// From the last on, so that the parts of a deal come in the order of their places.
	for (let index = size - 1; index >= 0; index--) {
		const parent = columns.parent[index]!;
		if (parent < 0) continue;
		columns.nextPart[index] = columns.firstPart[parent]!;
		columns.firstPart[parent] = index;
	}
	return columns;
}
