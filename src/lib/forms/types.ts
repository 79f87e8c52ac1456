/**
 * What a form is made of, as plain data: the server derives it from the schema of a record (`schema/nodes.ts`), components
 * render it, and the same tree reads back what was sent. A field is named by its path in the record: `events.0.value`.
 */

/** What was typed, by path. A field that is ticked several times has several texts; one that was not sent is absent. */
export type Typed = Record<string, string[]>;

/** One choice of a closed vocabulary. */
export interface Choice {
	value: string;
	text: string;
}

/** The kinds of record that a field may name by typing a name. */
export type Picked = 'organisations' | 'deals' | 'projections';

/**
 * How a single value is typed. line, text: words. choice, ticks: of a closed list. scale: a whole number of few. amount: a value
 * with ends, as people write it. dollars: one sum; signed: one that may be negative. date: a day, month or year; day: a whole
 * day. flag: yes, no or not said. country: by its usual
 * name. lines: a list, one entry a line. pick: the name of another record. keys: which of the
 * record's sources. key: the name of a source, which people do not see.
 */
export type LeafKind =
	| 'line'
	| 'text'
	| 'choice'
	| 'ticks'
	| 'scale'
	| 'amount'
	| 'dollars'
	| 'signed'
	| 'number'
	| 'date'
	| 'day'
	| 'flag'
	| 'lines'
	| 'address'
	| 'slug'
	| 'word'
	| 'country'
	| 'pick'
	| 'keys'
	| 'key';

/** What people read around a field. */
interface Words {
	label: string;
	/** What a sentence calls it: `A summary`. Absent: its label. */
	called?: string;
	hint?: string;
	example?: string;
	/** Folded away until it is wanted. */
	more?: boolean;
	/** A few words: two of them fit beside each other. */
	short?: boolean;
}

export interface Leaf extends Words {
	as: LeafKind;
	name: string;
	required: boolean;
	/** Left empty, it is recorded as null. */
	nullable: boolean;
	choices?: Choice[];
	picks?: Picked;
	/** Of numbers: the bounds, both included. Of text: the most characters. */
	least?: number;
	most?: number;
	/** A month or a year typed here means its first or its last day. */
	end?: 'first' | 'last';
	/** A list of one entry may be recorded as the entry itself. */
	bare?: boolean;
}

/** Fields that belong together; left empty as a whole where it is not required. */
export interface Group extends Words {
	as: 'group';
	name: string;
	required: boolean;
	nullable: boolean;
	fields: Node[];
}

/** A list that grows and shrinks by buttons. */
export interface List extends Words {
	as: 'list';
	name: string;
	required: boolean;
	nullable: boolean;
	/** What one entry is called: `event`. */
	noun: string;
	/** Entries come by another way than a button of the list. */
	closed?: boolean;
	entry: Group | Leaf;
}

export type Node = Leaf | Group | List;

/** A part of a form with a heading; `folded` until it is wanted. */
export interface Section {
	title: string;
	note?: string;
	folded?: boolean;
	nodes: Node[];
}

/** What is wrong with what was typed. `path` names the field, empty for the record as a whole. */
export interface FieldFault {
	path: string;
	message: string;
	/** Names that may have been meant. */
	near?: string[];
	/** A name that can be recorded along with this record. */
	unknown?: string;
}
