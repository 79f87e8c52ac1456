import { publishRows } from '$lib/server/rows';
import { listWrites } from '$lib/server/writing/handlers';
import type { RequestHandler } from './$types';

/** Every statement of guidance, as it was given and as it changed. */
export const GET: RequestHandler = (event) => publishRows('guidance', event, event.params.format);

export const { POST } = listWrites('guidance');
