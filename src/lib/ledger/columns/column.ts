/**
 * text: free words. slug, url: text as well. list: several texts. day: `YYYY-MM-DD`. date: a day, month or year.
 * dollars: whole US dollars. integer: another whole number. ratio: a fraction or a mean. flag: true or false.
 */
export type ColumnType = 'text' | 'slug' | 'url' | 'list' | 'day' | 'date' | 'dollars' | 'integer' | 'ratio' | 'flag';

export interface Column<Name extends string = string, Type extends ColumnType = ColumnType> {
	name: Name;
	type: Type;
	/** Of numbers: what one of them is. Null for what is not counted in anything. */
	unit: string | null;
	/** A header for people. */
	label: string;
	description: string;
}

/** One column; money is in US dollars without saying so. */
export function column<const Name extends string, const Type extends ColumnType>(
	name: Name,
	type: Type,
	label: string,
	description: string,
	unit: string | null = type === 'dollars' ? 'US dollars' : null
): Column<Name, Type> {
	return { name, type, unit, label, description };
}
