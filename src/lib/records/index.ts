import type { ASSUMED_TERMS } from './assumed-terms';
import type { CAPEX } from './capex';
import type { COVERAGE } from './coverage';
import type { DEAL } from './deal';
import type { TypeOf, TypeOfFields } from './define';
import type { FUNDAMENTAL } from './fundamental';
import type { GUIDANCE } from './guidance';
import type { INDICATOR } from './indicator';
import type { ORGANISATION } from './organisation';
import type { notice, schedule, sources, term, value } from './parts';
import type { PROJECTION } from './projection';

/**
 * What is recorded, as it is recorded. Money is whole US dollars; dates are `YYYY-MM-DD`, or `YYYY-MM` / `YYYY`, which are
 * kept as written and count from the last day of their period (see day.ts, `countsFrom`).
 */

/** A value as stated: at least one end, or nothing at all where the parties disclosed none. low ≤ central ≤ high. */
export type Value = TypeOf<ReturnType<typeof value>>;

/** Both days inclusive, or a length in years from a first day. */
export type Term = TypeOf<ReturnType<typeof term>>;

/** A dated part of a schedule, both days inclusive. */
export type Piece = TypeOf<ReturnType<typeof schedule>>[number];

/** That a party may leave on some days' notice, or no longer. */
export type Notice = TypeOf<ReturnType<typeof notice>>;

export type Source = TypeOf<ReturnType<typeof sources>>[number];
export type Deal = TypeOfFields<typeof DEAL.fields>;
export type DealEvent = Deal['events'][number];
export type Rating = NonNullable<Deal['ratings']>[number];
export type Organisation = TypeOfFields<typeof ORGANISATION.fields>;
export type Stake = NonNullable<Organisation['stakes']>[number];
export type Projection = TypeOfFields<typeof PROJECTION.fields>;
export type Indicator = TypeOfFields<typeof INDICATOR.fields>;
/** min ≤ x < max; a missing end is open. */
export type Bound = Indicator['bounds'][number]['green'];
export type Coverage = TypeOfFields<typeof COVERAGE.fields>;
export type AssumedTerms = TypeOfFields<typeof ASSUMED_TERMS.fields>;
export type Capex = TypeOfFields<typeof CAPEX.fields>;
export type Guidance = TypeOfFields<typeof GUIDANCE.fields>;
export type Fundamental = TypeOfFields<typeof FUNDAMENTAL.fields>;

/** Everything the ledger knows, in no particular order. */
export interface Records {
	deals: Deal[];
	organisations: Organisation[];
	projections: Projection[];
	indicators: Indicator[];
	capex: Capex[];
	guidance: Guidance[];
	fundamentals: Fundamental[];
	coverage: Coverage[];
	terms: AssumedTerms[];
}

/** The names of the kinds of record, as they stand in `Records`, in the store and in addresses. */
export const RECORD_KINDS = [
	'deals',
	'organisations',
	'projections',
	'indicators',
	'capex',
	'guidance',
	'fundamentals',
	'coverage',
	'terms'
] as const satisfies (keyof Records)[];
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The kinds whose records are rows of a table: no slug but several fields together tell one from every other. */
export const ROW_KINDS = ['capex', 'guidance', 'fundamentals'] as const satisfies RecordKind[];
export type RowKind = (typeof ROW_KINDS)[number];

/** The kinds of record that stand in tables with a row for each, or for each of their events: an import takes those. */
export const IMPORTS = ['deals', ...ROW_KINDS] as const;
export type Import = (typeof IMPORTS)[number];

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
		coverage: [],
		terms: [],
		...given
	};
}
