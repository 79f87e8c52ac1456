import { error } from '@sveltejs/kit';
import { recordChange, recordTitle } from '$lib/features/history/answer';
import { idOf, recordKey } from '$lib/records/keys';
import { nearestMatches } from '$lib/records/typed/fuzzy-match';
import { askView } from '$lib/server/http/answers';
import { historyOf } from '$lib/server/ledger/history';
import { currentSnapshot } from '$lib/server/ledger/open';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { kind, slug } = event.params;
	const view = askView(event);
	const snapshot = currentSnapshot();
	const versions = historyOf(kind, slug, view.revision ?? snapshot.revision);
	const last = versions[0];
	if (!last?.after) {
		const ids = snapshot.book.records[kind].map((row) => idOf(recordKey(kind, row)));
		const like = nearestMatches(slug, ids, (id) => [id]).map((id) => ({ href: `/${kind}/${id}`, title: id }));
		error(404, { message: 'There is no such row in the ledger.', near: like });
	}
	const { revision, at, who, why } = last;
	const { fields } = recordChange({ ...last, before: null });
	const nameOf = (company: string) => snapshot.book.organisations.get(company)?.name ?? company;
	const title = recordTitle(kind, last.after, nameOf) ?? slug;
	const written = { revision, at, who, why, versions: versions.length };
	return { view, kind, slug, title, fields, written };
};
