import { error } from '@sveltejs/kit';
import { recordChange } from '$lib/features/history/answer';
import { askView } from '$lib/server/http/answers';
import { historyOf } from '$lib/server/ledger/history';
import { currentSnapshot } from '$lib/server/ledger/open';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { kind, slug } = event.params;
	const view = askView(event);
	const last = view.revision ?? currentSnapshot().revision;
	const all = historyOf(kind, slug, last);
	if (all.length === 0) {
		error(404, {
			message: `The ledger never had a record called ${slug.slice(0, 100)} here.`,
			near: [{ href: `/${kind}`, title: `All ${kind}` }]
		});
	}
	const from = (view.page - 1) * view.per_page;
	const versions = all.slice(from, from + view.per_page).map(({ revision, at, who, why, records, ...touched }) => ({
		...{ revision, at, who, why, records },
		...recordChange(touched)
	}));
	const { title } = recordChange(all[0]!);
	return { view, kind, slug, title, versions, count: all.length, stands: all[0]!.after !== null };
};
