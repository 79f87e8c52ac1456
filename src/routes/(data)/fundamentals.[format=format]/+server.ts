import { publishRows } from '$lib/server/rows';
import { listWrites } from '$lib/server/writing/handlers';
import type { RequestHandler } from './$types';

/** Every reported figure beside capital spending: revenue, cash flow, backlog, output. */
export const GET: RequestHandler = (event) => publishRows('fundamentals', event, event.params.format);

export const { POST } = listWrites('fundamentals');
