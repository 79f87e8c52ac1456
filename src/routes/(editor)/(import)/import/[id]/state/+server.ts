import { error, json } from '@sveltejs/kit';
import { requireSignIn } from '$lib/server/accounts/require';
import { jobOf } from '$lib/server/importing/jobs';
import type { RequestHandler } from './$types';

/** Where an import stands, and how far it has come: 0 to 1, null where there is nothing to wait for. */
export const GET: RequestHandler = (event) => {
	const job = jobOf(requireSignIn(event).id, event.params.id);
	if (!job) error(404, 'There is no such import any more.');
	const { state } = job;
	return json({ step: state.step, share: 'share' in state ? state.share : null });
};
