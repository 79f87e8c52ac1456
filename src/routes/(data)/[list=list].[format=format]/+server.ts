import { answerTable, writeAt } from '$lib/server/http/data';
import type { RequestHandler } from './$types';

/** A table, at the address of its page. */
export const GET: RequestHandler = (event) => answerTable(event, `/${event.params.list}`, event.params.format);

/** POST adds a record to the list of its kind. */
const write: RequestHandler = (event) => writeAt(event, event.params.list, null);
export { write as DELETE, write as PATCH, write as POST, write as PUT };
