import { askView } from '$lib/server/http/answers';
import { currentSnapshot, openedStore } from '$lib/server/ledger/open';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const view = askView(event);
	const { history } = openedStore();
	const last = view.revision ?? currentSnapshot().revision;
	const revisions = history.revisions(last, (view.page - 1) * view.per_page, view.per_page);
	return { view, revisions, count: last, first: history.revision(1)?.at ?? null };
};
