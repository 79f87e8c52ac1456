import { error } from '@sveltejs/kit';
import { recordChange } from '$lib/answers/history';
import { askView } from '$lib/server/ask';
import { revisionNamed } from '$lib/server/history';
import { currentSnapshot, openedStore } from '$lib/server/ledger';
import type { PageServerLoad } from './$types';

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
	return { view, found, changes, perPage, latest, since: history.changedSince(found.revision).slice(0, MOST) };
};
