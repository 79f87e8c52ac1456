import { isTablePath } from '$lib/features';

/** The tables at the top of the site. */
export function match(param: string): boolean {
	return isTablePath(`/${param}`);
}
