import { answerRecords } from '$lib/server/http/data';
import type { RequestHandler } from './$types';

/** The records of a table, every field, as the import reads them back. */
export const GET: RequestHandler = (event) => answerRecords(event, event.params.table, event.params.format);
