import type { SimilarDeal } from '$lib/shared/similar-deals';
import type { Leftover } from '$lib/forms/leftover';
import type { Lookups } from '$lib/forms/leaves';
import type { Group, Section } from '$lib/records/derive/form';
import type { Picked } from '$lib/records/define';
import type { Typed } from '$lib/forms/types';
import type { Named } from '$lib/records/typed/names';
import type { Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import type { RecordOf } from '$lib/records/keys';
import type { Organisation, RecordKind } from '$lib/records';

/** How one kind of record is edited in the browser: its form, and what the form does by itself. */
export interface Editor<K extends RecordKind = RecordKind> {
	kind: K;
	/** One record in a sentence: `deal`. */
	noun: string;
	form: Group;
	sections: Section[];
	/** The kinds of record whose names its fields take. */
	picks: readonly Picked[];
	/** The page that lists such records. */
	list: string;
	/** Names that its fields take beside those of organisations. */
	also?: readonly Named[];
	/** Whether a preview says which readings move, too. */
	readings?: boolean;
	/** An empty form. */
	blank(): Typed;
	/** The form as it is shown with every answer: put into order. */
	arrange?(typed: Typed): Typed;
	/** The form as it is read: what the program fills in. `isTaken` tells of slugs while a new record is made, else it is null. */
	complete?(typed: Typed, lookups: Lookups, isTaken: ((slug: string) => boolean) | null): Typed;
	/** What a fresh entry of a list begins with. */
	fresh?(list: string, typed: Typed): Record<string, string>;
	/** What a page calls a record. */
	titleOf(record: RecordOf<K>): string;
	/** Why the US view leaves a record out, in a sentence; undefined where it does not. */
	outside?(record: unknown): string | undefined;
	/** Words of a record that still state an amount which it had before a change and has no more. */
	leftovers?(before: unknown, after: unknown): Leftover[];
	/** Organisations that nothing would name any more without this record. */
	orphans?(record: RecordOf<K>): Organisation[];
	/** Deals to compare with, for a record as far as it is known. */
	similar?(record: unknown, book: Book, today: Day): SimilarDeal[];
}
