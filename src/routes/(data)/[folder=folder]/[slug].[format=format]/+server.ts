import { answerRecord, answerTable, isTablePath, writeAt } from '$lib/server/http/data';
import type { RequestHandler } from './$types';

/** One record: JSON gives it whole. A table that stands below another comes before a record of its name: `/capex/curves`. */
export const GET: RequestHandler = (event) => {
	const { folder, slug, format } = event.params;
	const path = `/${folder}/${slug}`;
	return isTablePath(path) ? answerTable(event, path, format) : answerRecord(event, folder, slug, format);
};

/** Every method that writes, for the record of the address. */
const write: RequestHandler = (event) => writeAt(event, event.params.folder, event.params.slug);
export { write as DELETE, write as PATCH, write as POST, write as PUT };
