import { publishRows } from '$lib/server/rows';
import type { RequestHandler } from './$types';

/** The same as `/guidance`, where the page of capital spending has it. */
export const GET: RequestHandler = (event) => publishRows('guidance', event, event.params.format);
