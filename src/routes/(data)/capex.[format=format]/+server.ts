import { guidanceRows } from '$lib/features/capex/answer';
import { publishRows } from '$lib/server/rows';
import { listWrites } from '$lib/server/writing/handlers';
import type { RequestHandler } from './$types';

/** Reported quarters, every vintage; JSON has all guidance beside them. */
export const GET: RequestHandler = (event) =>
	publishRows('capex', event, event.params.format, ({ book, view }) => ({ guidance: guidanceRows(book, view) }));

export const { POST } = listWrites('capex');
