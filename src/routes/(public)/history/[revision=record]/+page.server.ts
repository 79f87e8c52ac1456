import { error, fail, redirect } from '@sveltejs/kit';
import { recordChange } from '$lib/features/history/answer';
import { askView } from '$lib/server/http/answers';
import { now } from '$lib/server/config/clock';
import { requireSignIn } from '$lib/server/accounts/require';
import { revisionNamed } from '$lib/server/ledger/history';
import { currentSnapshot, openedStore } from '$lib/server/ledger/open';
import { obstacleText, undo } from '$lib/server/writing/undo';
import type { Actions, PageServerLoad } from './$types';

/** Changes on one page: each may hold a whole record. */
const MOST = 50;

export const load: PageServerLoad = (event) => {
	const view = askView(event);
	const { revision: latest } = currentSnapshot();
	const found = revisionNamed(event.params.revision);
	if (!found) {
		error(404, {
			message: `There is no revision ${event.params.revision.slice(0, 20)}; the newest is ${latest}.`,
			near: [{ href: '/history', title: 'All revisions' }]
		});
	}
	const { history } = openedStore();
	const perPage = Math.min(view.per_page, MOST);
	const changes = history.changes(found.revision, (view.page - 1) * perPage, perPage).map(recordChange);
	const since = history.changedSince(found.revision).slice(0, MOST);
	const { principal } = event.locals;
	return { view, found, changes, perPage, latest, since, mayUndo: principal !== null && principal.session !== null };
};

/** Obstacles named at once. */
const NAMED = 20;

export const actions: Actions = {
	/** Takes the revision back by a new one, in the name of whoever is signed in. */
	undo: (event) => {
		const { signature } = requireSignIn(event);
		const found = revisionNamed(event.params.revision);
		const result =
			found && undo(openedStore(), found.revision, { who: signature, at: now(), known: currentSnapshot() });
		if (!result) error(404, 'There is no such revision.');
		if ('obstacles' in result) return fail(409, { obstacles: result.obstacles.slice(0, NAMED).map(obstacleText) });
		redirect(303, `/history/${result.revision}`);
	}
};
