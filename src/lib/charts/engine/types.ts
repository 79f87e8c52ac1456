import type { Day } from '$lib/records/day';
import type { Firmness, Kind, WtfLabel } from '$lib/records/vocabularies';
import type { Chart, ChartData, ChartOptions } from 'chart.js';

/** What a chart is drawn from: plain data. Dollars are whole, days UTC; null is nothing known or nothing any more. */

/** One point of the three curves and of the projection beside them. One row a day draws steps on the day they happened. */
export interface SpendPoint {
	date: Day;
	headline_usd: number | null;
	counted_usd: number | null;
	recognised_usd: number;
	/** Recognised since the projection's window opened: drawn instead of `recognised_usd` where a projection is. */
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
	headline_usd: number;
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
	/** Drawn as brackets in the right margin, where there is one. */
	rivals?: readonly Bracket[];
	/** Another reading of the same words and its cumulative path: the space between the two is hatched. */
	alternative?: (Target & { path: readonly { date: Day; usd: number }[] }) | null;
	as_of: Day;
}

export interface SpendView {
	from: Day;
	to: Day;
	basis: 'headline' | 'counted' | 'recognised';
	scale: 'linear' | 'log';
	/** The WTF strip under the curve; drawn unless this says no. */
	strip?: boolean;
}

/** In CSS pixels. */
export interface Size {
	width: number;
	height: number;
}

/** A rectangle, from its top left. */
export interface Box extends Size {
	x: number;
	y: number;
}

/** Colours as the browser gives them, and the family of the text. */
export interface Theme {
	paper: string;
	paper2: string;
	ink: string;
	ink2: string;
	ink3: string;
	grid: string;
	rule: string;
	ruleStrong: string;
	green: string;
	greenWash: string;
	headline: string;
	counted: string;
	projection: string;
	hatch: string;
	term: string;
	termText: string;
	idio: string;
	idioText: string;
	neutral: string;
	alert: string;
	font: string;
}

/** A place that the arrow keys step to and the pointer finds. */
export interface Stop {
	key: string;
	/** What a screen reader says. */
	text: string;
	/** Where Enter and a click lead; absent where they lead nowhere. */
	href?: string;
}

/** Where stops are drawn, in CSS pixels from the canvas's top left. Stops that share a mark share a spot. */
export interface Spot {
	x: number;
	y: number;
	/** Radius within which the pointer finds it. */
	r: number;
	keys: string[];
	/** A mark that is no dot: the pointer finds it anywhere in here, and the ring goes around it. */
	box?: Box;
}

/** A pure function from what is shown to a chart. */
export type Builder<Input> = (input: Input, size: Size, theme: Theme) => ChartSpec;

/** All that the canvas component needs to draw a chart, update it, and step through it. */
export interface ChartSpec {
	data: ChartData<'line', { x: number; y: number }[]>;
	options: ChartOptions<'line'>;
	/** Drawn below and above the series. */
	under?: (chart: Chart) => void;
	over?: (chart: Chart) => void;
	stops: Stop[];
	/** The spots of the last drawing. */
	spots: () => Spot[];
	/** One sentence with the main numbers. */
	summary: string;
}
