import type { Day } from '$lib/records/day';
import type { Question } from '$lib/ledger/question';
import type { Layer, Scope } from '$lib/records/vocabularies';
import type { NamesIn, ParamName, Values } from './params';

export type { ParamName, Values } from './params';
export { SCALES } from './words';

/** The state of a page, and of the data at the same address: what is asked, at which day, and how it is shown. */
export interface View extends Pick<Values, NamesIn<'view'>> {
	question: Question;
	/** The names that the address gives a value to, right or wrong. */
	given: ReadonlySet<ParamName>;
}

/** What the defaults and choices of an address hang on. */
export interface ViewContext {
	today: Day;
	/** On data addresses an unknown name is a fault, on pages it is ignored. */
	address: 'page' | 'data';
	/** The address writes a table: `raw`, `bom` and `labels` are known. */
	table?: boolean;
	/** `/` and `/spend`: a projection is on by default, and `from`, `to` and `scope` default to its own. */
	windowed?: boolean;
	/** What `layers` defaults to; demand and infrastructure where it is absent. */
	layers?: readonly Layer[];
	/** `from` defaults to so many days before `to`. */
	trailing?: number;
	/** Both ends of the range are days that are known about: `to` lies no later than `as_of`. */
	past?: boolean;
	/** `/deals`: `layers`, `firmness`, `from` and `to` narrow the list where they are given, so that they are written even at their defaults. */
	narrows?: boolean;
	projections: readonly {
		slug: string;
		scope: Scope;
		/** A date, whole or partial: before it nothing is set against the projection. */
		published: string;
		/** Dates, whole or partial. */
		window: { start: string; end: string };
		featured?: boolean;
	}[];
	hasOrganisation: (slug: string) => boolean;
	nearOrganisations?: (slug: string) => string[];
	/** Null for a ledger without deals. */
	firstEventYear: number | null;
	/** The sort orders of the address, without `-`; the deals' where it names none. */
	sorts?: readonly string[];
	/** The newest revision there is; a later one is then a fault. */
	lastRevision?: number;
}

/** One thing wrong in an address. */
export interface ViewFault {
	/** The name as written, shortened where it is very long. */
	field: string;
	/** The value as written, shortened likewise. */
	got: string;
	/** A sentence: the field, what was wrong with it, what it takes. */
	message: string;
	/** The values that would have passed, where they can be listed, or the nearest ones. */
	choices?: string[];
}
