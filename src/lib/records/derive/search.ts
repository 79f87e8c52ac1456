import type { Field, Fields } from '../define';

function textsOf(field: Field, value: unknown): string[] {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((each) => textsOf(field.kind === 'list' ? field.entry : field, each));
	const text = String(value as string | number);
	return field.kind === 'choice' ? [text, field.vocabulary.labels[text] ?? ''] : [text];
}

/** The fields that a search looks into, once for all records: it is asked of a million. */
export function searchedFields(fields: Fields): [string, Field][] {
	return Object.entries(fields).filter(([, { search }]) => search);
}

/** The texts of a record in which a search looks: of a choice the word and its label. */
export function searchTexts(searched: readonly [string, Field][], record: object): string[] {
	return searched.flatMap(([name, field]) => textsOf(field, Reflect.get(record, name)));
}
