import type { FieldChange } from '$lib/shared/field-changes';
import type { MovedReading } from '$lib/shared/moved-readings';
import type { SimilarDeal } from '$lib/shared/similar-deals';
import type { RecordKind } from '$lib/records';
import type { Totals } from '$lib/ledger/totals';
import type { Open } from './conflicts';
import type { List, Section } from '$lib/records/derive/form';
import type { Picked } from '$lib/records/define';
import type { FieldFault, Typed } from './types';

/** What a change would do, before anything is written. */
export interface PreviewedChange {
	before: Totals;
	after: Totals;
	/** The readings that it moves; null where it is not asked. */
	readings: MovedReading[] | null;
	changes: FieldChange[];
	/** Organisations that would be recorded along with it, by name. */
	newcomers: string[];
	removes: boolean;
	/** What still states an amount that was changed, by the name of its field. */
	leftovers: { label: string; text: string }[];
	/** Why the US view leaves it out. */
	outside?: string;
}

/** What somebody else did to the record meanwhile. */
export interface MergeReport {
	revision: number;
	who: string;
	taken: FieldChange[];
	kept: string[];
}

/** What a sent form is answered: a preview, faults, or what somebody else did meanwhile. */
export interface FormAnswer {
	typed: Typed;
	faults: FieldFault[];
	conflicts: Open[];
	preview?: PreviewedChange;
	merge?: MergeReport;
	/** What is wrong with the whole. */
	fault?: string;
	/** It is asked whether the record is to go. */
	removing?: boolean;
	/** Organisations that nothing would name any more: they may go with it. */
	orphans?: { slug: string; name: string }[];
	/** How deals like it were read. */
	similar?: SimilarDeal[];
}

/** What a form is of, and how it begins. */
export interface FormStart {
	kind: RecordKind;
	/** The address of the list that it stands in. */
	list: string;
	noun: string;
	/** Null for a record that is new. */
	slug: string | null;
	title: string | null;
	sections: Section[];
	/** What tells a row from others, which never changes. */
	fixed: FieldChange[];
	newcomer: List;
	names: Partial<Record<Picked, string[]>>;
	typed: Typed;
	conflicts: Open[];
	similar?: SimilarDeal[];
}
