import type { Field, FieldColumn, Fields } from '../define';

/** What a column holds, as published tables say it. */
type Holds = 'text' | 'slug' | 'url' | 'list' | 'day' | 'date' | 'dollars' | 'integer' | 'ratio' | 'flag';

/** The column of a field. */
export interface RecordColumn<Name extends string = string> {
	name: Name;
	type: Holds;
	unit: string | null;
	label: string;
	description: string;
}

function holds(field: Field): Holds {
	switch (field.kind) {
		case 'slug':
		case 'day':
		case 'date':
		case 'flag':
		case 'dollars':
			return field.kind;
		case 'address':
			return 'url';
		case 'fraction':
			return 'ratio';
		case 'number':
			return field.whole ? 'integer' : 'ratio';
		case 'list':
			return 'list';
		default:
			return 'text';
	}
}

/** What is said of a field's column; undefined where it has none. */
export function columnOf({ column }: Field): FieldColumn | undefined {
	return column && 'label' in column ? column : undefined;
}

/**
 * The published column of a field.
 *
 * @throws {Error} the field has none
 */
export function fieldColumn<F extends Fields, const Name extends keyof F & string>(
	fields: F,
	name: Name
): RecordColumn<Name> {
	const field = fields[name];
	const said = field && columnOf(field);
	if (!field || !said) throw new Error(`The field ${name} has no column.`);
	const type = holds(field);
	const unit = said.unit ?? (type === 'dollars' ? 'US dollars' : null);
	return { name, type, unit, label: said.label, description: said.description };
}

/** The names of fields whose columns joined after the first edition of a table, in the order in which they joined. */
function laterNames(fields: Fields): string[] {
	const since = (name: string) => (fields[name] && columnOf(fields[name])?.since) ?? 0;
	return Object.keys(fields)
		.filter((name) => since(name) > 0)
		.sort((a, b) => since(a) - since(b));
}

/** The columns that joined a table after its first edition. */
export function laterColumns<F extends Fields>(fields: F): RecordColumn<keyof F & string>[] {
	return laterNames(fields).map((name) => fieldColumn(fields, name as keyof F & string));
}

/** Cells of a record by field: null where it says nothing. */
export type LaterValues<F> = { [Name in keyof F]?: string | number | boolean | string[] | null };

/** What a record has in the columns that joined later: null where it says nothing. */
export function laterValues<F extends Fields>(fields: F, record: object): LaterValues<F> {
	const entries = laterNames(fields).map((name) => [name, (Reflect.get(record, name) as unknown) ?? null]);
	return Object.fromEntries(entries) as LaterValues<F>;
}
