import { answerPart } from '$lib/server/http/data';
import type { RequestHandler } from './$types';

/** A further table of one record: its history, what it was computed from. */
export const GET: RequestHandler = (event) => {
	const { folder, slug, part, format } = event.params;
	return answerPart(event, { folder, slug, part }, format);
};
