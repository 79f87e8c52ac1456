import type { Column } from '$lib/ledger/columns';

function column<const Name extends string>(name: Name, type: Column['type'], description: string): Column<Name> {
	return { name, type, unit: null, label: name, description };
}

/** What is said of each line of a file that is tried out. */
export const IMPORT_LINES = [
	column('line', 'integer', 'The line, row or entry of the file on which the record begins.'),
	column('kind', 'text', 'The kind of record.'),
	column('key', 'text', 'The record; empty where the line says none.'),
	column('status', 'text', 'new, changed, unchanged or refused.'),
	column('why', 'text', 'Why it is refused, the fields in which it differs, or what was made for a new one.')
] as const;
