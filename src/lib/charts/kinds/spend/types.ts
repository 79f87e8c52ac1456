import type { Day } from '$lib/records/day';
import type { Firmness, Kind, WtfLabel } from '$lib/records/vocabularies';

/** What the spend chart is drawn from: plain data. Dollars are whole, days UTC; null: nothing known, or nothing any more. */

/** One point of the three curves and of the projection beside them. One row a day draws steps on the day they happened. */
export interface SpendPoint {
	date: Day;
	headline_usd: number | null;
	counted_usd: number | null;
	due_usd: number;
	/** Due since the projection's window opened: drawn instead of `due_usd` where a projection is. */
	in_window_usd?: number | null;
	path_usd?: number | null;
	path_low_usd?: number | null;
	path_high_usd?: number | null;
}

/** A deal on the curve: `date` is its first event, scores 0 to 10 as of the chart's day. */
export interface SpendDeal {
	slug: string;
	title: string;
	date: Day;
	/** The day on which it added most to the count; absent where that is its first event, or where it added nothing. */
	step?: Day | undefined;
	/** Null where nobody stated a sum. */
	headline_usd: number | null;
	/** Null where the question does not keep the deal. */
	contribution_usd: number | null;
	terminator: number | null;
	idiocracy: number | null;
	label: WtfLabel | null;
	firmness: Firmness;
	kind: Kind;
}

export interface IndexPoint {
	date: Day;
	terminator: number | null;
	idiocracy: number | null;
}

/** A projection on the chart. `reading` says in a few words how it is read; `floor`: only a lower end was stated. */
export interface Target {
	slug: string;
	target_usd: number;
	reading: string;
	author: string;
	floor: boolean;
	window: { start: Day; end: Day };
}

/** Another projection at the right edge of the chart: what it asks for by then, with its low and high ends where it has them. */
export interface Bracket {
	slug: string;
	usd: number;
	low_usd: number | null;
	high_usd: number | null;
	floor: boolean;
	reading: string;
	author: string;
}

export interface SpendInput {
	rows: readonly SpendPoint[];
	deals: readonly SpendDeal[];
	index: readonly IndexPoint[];
	/** Changes of the count to be named on its line; without it, the deals that added most when they were announced. */
	named?: readonly { date: Day; text: string; usd: number }[];
	/** Its path stands in the rows. */
	projection: Target | null;
	/** What would be due by each day with all that nobody has signed; empty where nothing of that is asked for. */
	unsigned?: readonly { date: Day; usd: number }[];
	/** What companies reported since the projection's window opened, cumulative, at the ends of quarters: the only money seen to move. */
	reported?: readonly { date: Day; usd: number }[];
	/** Drawn as brackets in the right margin, where there is one. */
	rivals?: readonly Bracket[];
	/** Another reading of the same words and its cumulative path: the space between the two is hatched. */
	alternative?: (Target & { path: readonly { date: Day; usd: number }[] }) | null;
	as_of: Day;
}

export interface SpendView {
	from: Day;
	to: Day;
	basis: 'headline' | 'counted' | 'due';
	scale: 'linear' | 'log';
	/** The WTF strip under the curve; drawn unless this says no. */
	strip?: boolean;
}
