import { siteOf } from '$lib/server/http/answers';
import { takeFlash } from '$lib/server/editing/flash';
import type { LayoutServerLoad } from './$types';

/** Where reading is closed, the entrance tells nothing of what is recorded. */
const NOTHING = { revision: 0, projections: [], firstEventYear: null, covered_to: null, deals: 0 };

export const load: LayoutServerLoad = (event) => {
	const { principal, mayRead, today } = event.locals;
	return {
		site: mayRead ? siteOf(event) : { today, ...NOTHING },
		user: principal && principal.session !== null ? { name: principal.name, role: principal.role } : null,
		saved: principal && principal.session !== null ? takeFlash(event.cookies, event.locals.origin) : null
	};
};
