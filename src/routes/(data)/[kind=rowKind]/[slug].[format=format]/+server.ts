import { publishRow } from '$lib/server/rows';
import { rowWrites } from '$lib/server/writing/handlers';
import type { RequestHandler } from './$types';

/** One row of the reported figures: JSON gives it whole, the table as its list does. */
export const GET: RequestHandler = (event) => {
	const { kind, slug, format } = event.params;
	return publishRow(kind, slug, event, format);
};

export const { POST, PUT, PATCH, DELETE } = rowWrites();
