import { PARAM_NAMES } from '$lib/view';

/** What an address needs to show the same figures next year: the day that they were known on, and the last change that they include. */
export interface Pin {
	as_of: string | undefined;
	revision: number;
	/** The table stands in the place of the chart. */
	table?: boolean;
}

/** The address with its day and its revision in it: a link without one shows other figures tomorrow, or after the next correction. */
export function pinAddress(address: URL, { as_of, revision, table = false }: Pin): string {
	const params = new URLSearchParams(address.search);
	if (as_of && !params.has('as_of')) params.set('as_of', as_of);
	if (!params.has('revision')) params.set('revision', String(revision));
	if (table) params.set('tab', 'table');
	else params.delete('tab');
	// In the order of every address; what is not known there stays behind it.
	const known = PARAM_NAMES.flatMap((name) => params.getAll(name).map((value) => [name, value]));
	for (const name of PARAM_NAMES) params.delete(name);
	const query = new URLSearchParams([...known, ...params]).toString().replaceAll('%2C', ',');
	return address.origin + address.pathname + (query && `?${query}`);
}
