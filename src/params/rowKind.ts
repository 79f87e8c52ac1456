import { ROW_KINDS, type RowKind } from '$lib/records';

/** The kinds of record that are rows of a table. */
export function match(param: string): param is RowKind {
	return ROW_KINDS.some((kind) => kind === param);
}
