import { RECORD_PAGES } from '$lib/answers/history';

/** The kinds of record that have a page of their own, and so a history at an address below it. */
export function match(param: string): param is (typeof RECORD_PAGES)[number] {
	return RECORD_PAGES.some((kind) => kind === param);
}
