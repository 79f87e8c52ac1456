import { FOLDERS } from '$lib/features';

/** What has data below it: kinds of record, and tables with others below them. */
export function match(param: string): boolean {
	return FOLDERS.has(param);
}
