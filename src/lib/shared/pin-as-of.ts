import { PARAM_NAMES } from '$lib/view';

/** The address with its day in it: a link without one shows other figures tomorrow. */
export function pinAsOf(address: URL, asOf: string | undefined): string {
	const params = new URLSearchParams(address.search);
	if (asOf && !params.has('as_of')) params.set('as_of', asOf);
	// In the order of every address; what is not known there stays behind it.
	const known = PARAM_NAMES.flatMap((name) => params.getAll(name).map((value) => [name, value]));
	for (const name of PARAM_NAMES) params.delete(name);
	const query = new URLSearchParams([...known, ...params]).toString().replaceAll('%2C', ',');
	return address.origin + address.pathname + (query && `?${query}`);
}
