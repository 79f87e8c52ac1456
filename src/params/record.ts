import { endsLikeData } from '$lib/formats';

/** The name of a record in the address of a page: `/deals/a.csv` is no page, but data of the record `a`. */
export function match(param: string): boolean {
	return !endsLikeData(param);
}
