import { siteOf } from '$lib/server/ask';
import { takeSaved } from '$lib/server/editing/saved';
import type { LayoutServerLoad } from './$types';

/** Where reading is closed, the entrance tells nothing of what is recorded. */
const NOTHING = { revision: 0, projections: [], firstEventYear: null, deals: 0 };

export const load: LayoutServerLoad = (event) => {
	const { caller, mayRead, today } = event.locals;
	return {
		site: mayRead ? siteOf(event) : { today, ...NOTHING },
		user: caller && caller.session !== null ? { name: caller.name, role: caller.role } : null,
		saved: caller && caller.session !== null ? takeSaved(event.cookies, event.locals.origin) : null
	};
};
