import type {
	CapexMeasure,
	Comparable,
	Confidence,
	EventType,
	Firmness,
	Kind,
	Layer,
	OrganisationKind,
	Scope,
	Workload
} from './vocabularies';

/**
 * What is recorded, as it is recorded. Money is whole US dollars; dates are `YYYY-MM-DD`, or `YYYY-MM` / `YYYY`, which are
 * kept as written and count from the last day of their period (see day.ts, `countsFrom`).
 */

/** A value as stated: at least one end, or nothing at all where the parties disclosed none. low ≤ central ≤ high. */
export interface Value {
	low?: number;
	central?: number;
	high?: number;
}

/** Both days inclusive, or a length in years from a first day. */
export type Term = { start: string; end: string } | { start: string; years: number };

/** A dated part of a schedule, both days inclusive. */
export interface Piece {
	from: string;
	to: string;
	amount: number;
}

export interface DealEvent {
	on: string;
	type: EventType;
	value?: Value;
	firmness?: Firmness;
	term?: Term;
	schedule?: Piece[];
	note: string;
	/** Keys of the deal's sources; at least one. */
	sources: string[];
}

export interface Rating {
	on: string;
	/** 0 to 10. */
	terminator: number;
	/** 0 to 10. */
	idiocracy: number;
	rationale: string;
	by: string;
}

export interface Source {
	key: string;
	url: string | null;
	publisher: string;
	title: string | null;
	published: string | null;
	/** False: not read itself. */
	seen?: boolean;
}

export interface Deal {
	slug: string;
	title: string;
	summary: string;
	kind: Kind;
	layer?: Layer;
	payers: string[];
	payees: string[];
	part_of?: string;
	/** 0 to 1; absent: not known. */
	us_share?: number;
	location?: string;
	workloads?: Workload[];
	hardware?: string[];
	units?: string;
	capacity_gw?: number;
	confidence?: Confidence;
	events: DealEvent[];
	ratings?: Rating[];
	sources: Source[];
	notes?: string;
}

export interface Stake {
	in: string;
	/** Absent: held, but nobody says since when. */
	since?: string;
	value?: Value;
	source?: string;
	note?: string;
}

export interface Organisation {
	slug: string;
	name: string;
	kind: OrganisationKind;
	country?: string | null;
	ticker?: string;
	cik?: string;
	aliases?: string[];
	stakes?: Stake[];
	/** Stands for a party that nobody names: kept out of rankings, concentration and loops. */
	stand_in?: boolean;
	notes?: string;
}

export interface Projection {
	slug: string;
	author: string;
	institution: string;
	title: string;
	published: string;
	scope: Scope;
	covers: string;
	window: { start: string; end: string };
	target: Value;
	/** Per calendar year. */
	path?: { year: number; amount: number }[];
	supersedes?: string;
	comparable: Comparable | Comparable[];
	reason?: string;
	/** Whose reported capex it is set against. */
	companies?: string[];
	featured?: boolean;
	sources: Source[];
	confidence?: Confidence;
	notes?: string;
}

/** min ≤ x < max; a missing end is open. */
export interface Bound {
	min?: number;
	max?: number;
}

export interface Indicator {
	slug: string;
	name: string;
	question: string;
	formula: string;
	inputs: string[];
	unit: string;
	green: Bound;
	amber: Bound;
	bounds_by: string;
	bounds_reason?: string;
	bounds_source?: { publisher: string; url: string | null; seen?: boolean };
	stale_after_days: number;
	notes?: string;
}

interface Reported {
	company: string;
	source: string | null;
	publisher: string;
	seen: boolean;
	confidence: Confidence;
	note: string | null;
}

/** One reported quarter of capital spending. */
export interface Capex extends Reported {
	fiscal_period: string;
	period_start: string;
	period_end: string;
	amount_usd: number;
	measure: CapexMeasure;
	filed: string | null;
	derivation: string;
}

/** What a company said it would spend, as said on one day. */
export interface Guidance extends Reported {
	given_on: string;
	period_start: string;
	period_end: string;
	low_usd: number | null;
	high_usd: number | null;
	measure: string;
	wording: string;
}

/** Revenue, cash flow, backlog, output: a period (`period_start`, `period_end`) or a day (`as_of`). */
export interface Fundamental extends Reported {
	metric: string;
	period_start: string | null;
	period_end: string | null;
	as_of: string | null;
	amount_usd: number;
}

/** Everything the ledger knows, in no particular order. */
export interface Records {
	deals: Deal[];
	organisations: Organisation[];
	projections: Projection[];
	indicators: Indicator[];
	capex: Capex[];
	guidance: Guidance[];
	fundamentals: Fundamental[];
}

/** The names of the kinds of record, as they stand in `Records`, in the store and in addresses. */
export const RECORD_KINDS = [
	'deals',
	'organisations',
	'projections',
	'indicators',
	'capex',
	'guidance',
	'fundamentals'
] as const satisfies (keyof Records)[];
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The kinds whose records are rows of a table: no slug but several fields together tell one from every other. */
export const ROW_KINDS = ['capex', 'guidance', 'fundamentals'] as const satisfies RecordKind[];
export type RowKind = (typeof ROW_KINDS)[number];

/** A ledger of the records given, and of no others. */
export function recordsOf(given: Partial<Records> = {}): Records {
	return {
		deals: [],
		organisations: [],
		projections: [],
		indicators: [],
		capex: [],
		guidance: [],
		fundamentals: [],
		...given
	};
}
