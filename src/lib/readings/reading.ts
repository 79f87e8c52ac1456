import type { Book } from '$lib/ledger/book';
import type { Column } from '$lib/ledger/columns/column';
import type { Day } from '$lib/records/day';
import type { Indicator } from '$lib/records';
import type { Measures } from '$lib/ledger/yardsticks';
import type { Unit } from './units';

/** What the bounds of a definition say of a value. */
export type Colour = 'green' | 'amber' | 'red';
/**
 * `unknown`: an input is missing. `stale`: one is older than the definition allows. `disputed`: two ways to measure it tell opposite
 * things. None of them is ever shown as a colour.
 */
export type Status = Colour | 'disputed' | 'unknown' | 'stale';

/** One thing that a reading depends on. */
export interface Input {
	label: string;
	value: number | null;
	/** `usd`, or what else one of them is. */
	unit: string;
	/** The day from which it is known; null where it is missing. */
	date: Day | null;
	source: string | null;
	/** The reading is stale once this is too old. */
	dated: boolean;
}

/** What a value of a row may be measured in. */
type ValueColumn = Column<string, 'dollars' | 'integer' | 'ratio' | 'flag'>;

/** The values of a row, by the names of the columns that hold them. A row has those that concern it. */
export type Values<C extends readonly ValueColumn[]> = {
	[K in C[number] as K['name']]?: (K['type'] extends 'flag' ? boolean : number) | null;
};

/** Values whose columns are not known here. */
export type AnyValues = Record<string, number | boolean | null | undefined>;

/** One record that a reading was computed from, and what it gave. */
export interface Row<V extends object = AnyValues, Name = keyof V> {
	table: 'deals' | 'capex' | 'fundamentals' | 'projections' | 'organisations';
	/** Of a deal, projection or organisation; in the tables of figures, the company. */
	slug: string;
	label: string;
	/** The measure or metric of a figure. */
	measure: string | null;
	period_start: Day | null;
	period_end: Day | null;
	/** The day from which it is known, or that it is dated. */
	date: Day | null;
	source: string | null;
	/** By the name of its column (`contribution_usd`); null where it is not known. */
	values: V;
	/** Never set. It makes the names part of the type, so that a row with another value is no row of the reading. */
	names?: Name;
}

/** One end of the fraction that a reading is. */
export interface Part {
	label: string;
	value: number;
	unit: string;
}

/** A sum of dollars that moves a reading while all else stays as it is. */
export interface Lever {
	label: string;
	/** The change in dollars that brings the reading to a target; not finite where none does. */
	change: (target: number) => number;
	/** The reading after a change in dollars; not finite where there is none. */
	after: (change: number) => number;
}

/** What a measure finds at a day. */
export interface Measured<V extends object = AnyValues> {
	/** Null where something is missing; `reason` then says what. */
	value: number | null;
	reason?: string;
	numerator?: Part;
	denominator?: Part;
	inputs: Input[];
	rows: Row<V>[];
	levers?: Lever[];
	/** Why another way to measure it tells the opposite: the reading then has no colour. */
	disputed?: string;
	/** Of the pace: the projection that it is against, by both yardsticks. */
	yardsticks?: Measures;
}

/** A pure function of the records as known at a day. `definition` is what the records say of the reading. */
export type Measure<V extends object = AnyValues> = (book: Book, asOf: Day, definition: Indicator) => Measured<V>;

/** What computes a reading. Its name, question and bounds are a record; the slug joins the two. */
export interface Computation {
	slug: string;
	/** What the value is, which decides how it and its bounds are written. */
	unit: Unit;
	/** The columns of the values that its rows carry, as they are published. */
	columns: readonly ValueColumn[];
	measure: Measure;
}

/** Declares what computes a reading. A row with a value that none of the columns holds does not compile. */
export function reading<const C extends readonly ValueColumn[]>(
	computation: Omit<Computation, 'columns' | 'measure'> & { columns: C; measure: Measure<Values<C>> }
): Computation {
	// What the names are has been checked: from here on rows are read by the columns.
	return { ...computation, measure: computation.measure as Measure<object> as Measure };
}

/** The nearest value in one direction at which the colour changes. */
export interface ColourChange {
	direction: 'up' | 'down';
	/** Reached going up; going down, the reading must fall below it. */
	bound: number;
	to: Colour;
	/** From the reading to the bound, in its unit; 0 or more. */
	distance: number;
	/** Whole dollars, each enough by itself while all else stays as it is; negative: that much less. */
	levers: { label: string; change_usd: number }[];
}

/** A reading at a day. */
export interface Reading {
	slug: string;
	date: Day;
	value: number | null;
	status: Status;
	/** Why it has no colour. */
	reason: string | null;
	numerator: Part | null;
	denominator: Part | null;
	inputs: Input[];
	/** What it was computed from. */
	rows: Row[];
	/** Of the pace: the projection that it is against, by both yardsticks. */
	yardsticks: Measures | null;
	/** What would have to change for its colour to change; nothing while it has none. */
	changes: ColourChange[];
}
