import type { SchemaFault } from './faults';
import type { Vocabulary } from './vocabularies';

/**
 * What a field of a record is, as plain data: from it come its type, its check, its field in a form, its columns, its words. No
 * library stands here, because the browser reads definitions too.
 */

/** The kinds of record that a field may name. */
export type Picked = 'organisations' | 'deals' | 'projections';

/** How a field is published and exported in tables. */
export interface FieldColumn {
	/** A header for people. */
	label: string;
	description: string;
	/** Of numbers: what one of them is. */
	unit?: string;
	/** Absent for the first columns of a table. Columns that joined later stand at its end in the order of these numbers. */
	since?: number;
}

/** The column of a field in tables, or why it has none. */
export type Column = FieldColumn | { none: string };
type MayBeColumn = Column | undefined;

/** What people read around a field, and where it shows. */
export interface Options<
	Opt extends boolean = boolean,
	Nul extends boolean = boolean,
	Col extends MayBeColumn = MayBeColumn
> {
	/** May be left out. */
	optional?: Opt;
	/** Nothing is recorded as null. */
	nullable?: Nul;
	/** In a form; else its name in words. */
	label?: string;
	/** What a sentence calls it, where the label does not fit into one: `A summary`. */
	called?: string;
	hint?: string;
	example?: string;
	/** In a form: folded away until it is wanted. */
	more?: boolean;
	/** In a form: two such fields stand beside each other; a choice is short by itself. */
	short?: boolean;
	/** What one entry of a list is called. */
	noun?: string;
	/** The part of the form that it stands in; else the last one. */
	section?: string;
	/** In a form it stands after this field, else where it is declared. */
	after?: string;
	/** In a form it stands after all others of its part. */
	last?: boolean;
	/** The records that are named here. */
	picks?: Picked;
	/** A month or a year typed here means its first or its last day. */
	end?: 'first' | 'last';
	/** What it is called in a history; else its name in words. */
	words?: string;
	/** Its column in tables, or why it has none: a kind that is published asks for it. */
	column?: Col;
	/** What the page of its record calls it among the facts; `unit` follows a number. */
	fact?: string | { label: string; unit: string };
	/** A search looks into it. */
	search?: boolean;
	/**
	 * Its column in the views of the database, where that is not its name; or that it stands in none. Of a group, what its columns begin
	 * with (an empty text: with nothing); of a list of groups, its own view.
	 */
	sql?: string | false;
}

export type Fields = Readonly<Record<string, Field>>;

/** What is wrong inside a value whose parts are sound; its path begins at the value, and what was found is told from there. */
export type PartFault = Omit<SchemaFault, 'got'> & { got?: string };
export type Check = (value: never) => PartFault[];

/** What a value is, apart from what is said about it. */
export type Shape =
	| { kind: 'text' | 'slug' | 'word' | 'key' | 'address' | 'day' | 'flag' | 'anything' }
	/** Text on one line, of at most `most` characters where that is said. */
	| { kind: 'line'; most?: number }
	/** A day, month or year; `late` where contracts end, up to the year 2200. */
	| { kind: 'date'; late: boolean }
	| { kind: 'country' }
	| { kind: 'pattern'; pattern: RegExp; expected: string }
	| {
			kind: 'number';
			least?: number;
			most?: number;
			whole: boolean;
			expected: string;
			fits?: (value: number) => boolean;
	  }
	| { kind: 'dollars'; signed: boolean }
	/** A decimal fraction from 0 to 1 with at most six places, so that shares are exact. */
	| { kind: 'fraction' }
	| { kind: 'choice'; vocabulary: Vocabulary; filter?: Filter }
	/** One word or a list of them: a list of one may be written as the word itself. */
	| { kind: 'choices'; vocabulary: Vocabulary; expected: string }
	| { kind: 'list'; entry: Field; least: number; unique: boolean; expected: string; check?: Check }
	| { kind: 'group'; fields: Fields; expected: string; check?: Check; as?: 'amount' }
	/** One group of fields or another. */
	| { kind: 'either'; groups: readonly (Field & { kind: 'group' })[]; expected: string };

declare const TYPE: unique symbol;

/** A field: what it is, what is said about it, and for the compiler the type of its value. */
export type Field<T = unknown, Opt extends boolean = boolean> = Shape &
	Omit<Options, 'optional' | 'nullable'> & {
		readonly optional: Opt;
		readonly nullable: boolean;
		readonly [TYPE]?: { readonly of: T };
	};

/** The type of a field's value. */
export type TypeOf<F> = F extends { readonly [TYPE]?: { readonly of: infer T } } ? T : never;

type Simple<T> = { [Name in keyof T]: T[Name] };

/** The type of a group of fields. */
export type TypeOfFields<F> = Simple<
	{ [Name in keyof F as F[Name] extends { readonly optional: true } ? never : Name]: TypeOf<F[Name]> } & {
		[Name in keyof F as F[Name] extends { readonly optional: true } ? Name : never]?: TypeOf<F[Name]>;
	}
>;

// Conditions, so that the compiler reads them off the options of a field and not off what is expected of it.
type Made<T, Opt extends boolean, Nul extends boolean, Col extends MayBeColumn> = Field<
	Nul extends true ? T | null : T,
	Opt extends true ? true : false
> &
	(Col extends Column ? { readonly column: Column } : unknown);

function made<T, Opt extends boolean, Nul extends boolean, Col extends MayBeColumn>(
	shape: Shape,
	options: Options<Opt, Nul, Col>
): Made<T, Opt, Nul, Col> {
	return {
		...shape,
		...options,
		optional: options.optional ?? false,
		nullable: options.nullable ?? false
	} as unknown as Made<T, Opt, Nul, Col>;
}

/** A maker of fields of a kind that needs nothing more said. */
function plain<T>(shape: Shape) {
	return <Opt extends boolean = false, Nul extends boolean = false, Col extends MayBeColumn = undefined>(
		options: Options<Opt, Nul, Col> = {}
	) => made<T, Opt, Nul, Col>(shape, options);
}

/** Text of several lines. */
export const text = plain<string>({ kind: 'text' });
/** Text on one line. */
export const line = plain<string>({ kind: 'line' });
/** Text on one line that has to fit somewhere: at most so many characters. */
export function lineOfAtMost<
	Opt extends boolean = false,
	Nul extends boolean = false,
	Col extends MayBeColumn = undefined
>(most: number, options: Options<Opt, Nul, Col> = {}) {
	return made<string, Opt, Nul, Col>({ kind: 'line', most }, options);
}
/** The name of a record: its own or another's. */
export const slug = plain<string>({ kind: 'slug' });
/** A word of a vocabulary that is not closed. */
export const word = plain<string>({ kind: 'word' });
/** The key of a source. */
export const sourceKey = plain<string>({ kind: 'key' });
/** An http or https address. */
export const address = plain<string>({ kind: 'address' });
/** A day, month or year, kept as written. */
export const date = plain<string>({ kind: 'date', late: false });
/** As `date`, up to the year 2200: the ends of contracts. */
export const termDate = plain<string>({ kind: 'date', late: true });
/** A whole calendar day. */
export const day = plain<string>({ kind: 'day' });
/** A country by the name that people use. */
export const country = plain<string>({ kind: 'country' });
export const flag = plain<boolean>({ kind: 'flag' });
/** Whole US dollars, not negative. */
export const dollars = plain<number>({ kind: 'dollars', signed: false });
/** Whole US dollars of either sign. */
export const signedDollars = plain<number>({ kind: 'dollars', signed: true });
/** A decimal fraction as it is recorded: a number, or text that keeps the digits in which it was written. */
export type Fraction = number | string;
/** A decimal fraction from 0 to 1 with at most six places. */
export const fraction = plain<Fraction>({ kind: 'fraction' });
/** Any number that is finite. */
export const finite = plain<number>({ kind: 'number', whole: false, expected: 'a number' });
/** Any text at all: for rules that look at a field before it is known to be sound. */
export const anything = plain<string>({ kind: 'anything' });

/** Text of one form; `expected` says which. */
export function pattern<Opt extends boolean = false, Nul extends boolean = false, Col extends MayBeColumn = undefined>(
	form: RegExp,
	expected: string,
	options: Options<Opt, Nul, Col> = {}
) {
	return made<string, Opt, Nul, Col>({ kind: 'pattern', pattern: form, expected }, options);
}

interface Bounds {
	least: number;
	most: number;
	expected: string;
	fits?: (value: number) => boolean;
}

/** A number within bounds, both included. */
export function between<Opt extends boolean = false, Nul extends boolean = false, Col extends MayBeColumn = undefined>(
	bounds: Bounds,
	options: Options<Opt, Nul, Col> = {}
) {
	return made<number, Opt, Nul, Col>({ kind: 'number', whole: false, ...bounds }, options);
}

/** A whole number within bounds, both included. */
export function whole<Opt extends boolean = false, Nul extends boolean = false, Col extends MayBeColumn = undefined>(
	bounds: Bounds,
	options: Options<Opt, Nul, Col> = {}
) {
	return made<number, Opt, Nul, Col>({ kind: 'number', whole: true, ...bounds }, options);
}

/** That lists can be narrowed by a field: the heading of its facet, and a sentence about its name in the address. */
export interface Filter {
	title: string;
	about?: string;
}

/** One word of a closed vocabulary. */
export function choice<
	Word extends string,
	Opt extends boolean = false,
	Nul extends boolean = false,
	Col extends MayBeColumn = undefined,
	Fil extends Filter | undefined = undefined
>(vocabulary: Vocabulary<Word>, { filter, ...options }: Options<Opt, Nul, Col> & { filter?: Fil } = {}) {
	const shape: Shape = { kind: 'choice', vocabulary, ...(filter && { filter }) };
	return made<Word, Opt, Nul, Col>(shape, options as Options<Opt, Nul, Col>) as Made<Word, Opt, Nul, Col> & {
		readonly filters: Fil extends Filter ? true : false;
	};
}

/** One word of a closed vocabulary, or a list of them. */
export function choices<
	Word extends string,
	Opt extends boolean = false,
	Nul extends boolean = false,
	Col extends MayBeColumn = undefined
>(vocabulary: Vocabulary<Word>, expected: string, options: Options<Opt, Nul, Col> = {}) {
	return made<Word | Word[], Opt, Nul, Col>({ kind: 'choices', vocabulary, expected }, options);
}

interface ListShape<T> {
	/** The fewest entries. */
	least?: number;
	expected: string;
	/** What holds between its entries. */
	check?: (value: T[]) => PartFault[];
}

/** A list of single values, no two alike. */
export function listOf<
	F extends Field,
	Opt extends boolean = false,
	Nul extends boolean = false,
	Col extends MayBeColumn = undefined
>(entry: F, { least = 0, expected }: ListShape<TypeOf<F>>, options: Options<Opt, Nul, Col> = {}) {
	return made<TypeOf<F>[], Opt, Nul, Col>({ kind: 'list', entry, least, unique: true, expected }, options);
}

/** A list of groups of fields. */
export function groups<
	F extends Field,
	Opt extends boolean = false,
	Nul extends boolean = false,
	Col extends MayBeColumn = undefined
>(entry: F, { least = 0, expected, check }: ListShape<TypeOf<F>>, options: Options<Opt, Nul, Col> = {}) {
	const shape: Shape = { kind: 'list', entry, least, unique: false, expected, ...(check && { check: check as Check }) };
	return made<TypeOf<F>[], Opt, Nul, Col>(shape, options);
}

interface GroupShape<F extends Fields> {
	expected: string;
	/** What holds between its fields. */
	check?: (value: TypeOfFields<F>) => PartFault[];
	/** A value in dollars with its ends, which people type as one amount. */
	as?: 'amount';
}

/** Fields that belong together. */
export function group<
	F extends Fields,
	Opt extends boolean = false,
	Nul extends boolean = false,
	Col extends MayBeColumn = undefined
>(fields: F, { expected, check, as }: GroupShape<F>, options: Options<Opt, Nul, Col> = {}) {
	const shape: Shape = { kind: 'group', fields, expected, ...(check && { check: check as Check }), ...(as && { as }) };
	return made<TypeOfFields<F>, Opt, Nul, Col>(shape, options) as Made<TypeOfFields<F>, Opt, Nul, Col> & {
		kind: 'group';
	};
}

/** One group of fields or the other. */
export function either<
	A extends Field & { kind: 'group' },
	B extends Field & { kind: 'group' },
	Opt extends boolean = false,
	Nul extends boolean = false,
	Col extends MayBeColumn = undefined
>(one: A, other: B, expected: string, options: Options<Opt, Nul, Col> = {}) {
	return made<TypeOf<A> | TypeOf<B>, Opt, Nul, Col>({ kind: 'either', groups: [one, other], expected }, options);
}

/** The same field, said otherwise. */
export function withOptions<F extends Field>(field: F, options: Options): F {
	return { ...field, ...options, optional: field.optional, nullable: field.nullable };
}

/** A rule between fields: asked wherever those that it needs are sound, whatever else is wrong with the record. */
export interface Rule {
	needs: Fields;
	find: (fields: never) => SchemaFault[];
}

/** Makes a rule: `needs` names the fields it looks at, other fields may stand beside them; `find` tells what is wrong. */
export function rule<F extends Fields>(needs: F, find: (fields: TypeOfFields<F>) => SchemaFault[]): Rule {
	return { needs, find };
}

/** A part of a form with a heading; `folded` until it is wanted. */
export interface FormPart {
	title: string;
	note?: string;
	folded?: boolean;
}

/** A kind of record. */
export interface Definition<F extends Fields = Fields> {
	/** One of them in a sentence: `deal`; and what a fault calls it: `a deal`. */
	noun: string;
	expected: string;
	/** One of them as a heading, and the list of them. */
	title: string;
	list: string;
	/** What its form calls it. */
	called: string;
	/** In the order in which a record is written. */
	fields: F;
	/** The parts of its form; a field that names none stands in the last. */
	parts: readonly [FormPart, ...FormPart[]];
	/** Its view in the database. */
	view: string;
}

/** A kind whose records stand in no table, column by column. */
export function define<F extends Fields>(definition: Definition<F>): Definition<F> {
	return definition;
}

/** For the compiler: which fields of a kind say nothing of a column. */
type WithColumns<F> = { [Name in keyof F]: F[Name] extends { readonly column: Column } ? unknown : { column: Column } };

/** A kind that tables publish column by column: a field that says nothing of its column does not compile. */
export function definePublished<F extends Fields>(
	definition: Definition<F> & { fields: WithColumns<F> }
): Definition<F> {
	return definition;
}
