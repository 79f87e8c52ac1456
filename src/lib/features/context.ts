import type { Scope } from '$lib/records/vocabularies';
import type { ViewContext } from '$lib/view';
import type { Page } from './define';
import { PAGES, type PageName } from './index';

/** What the addresses of a ledger hang on: plain, and small enough to go with every page. */
export interface Site {
	/** The day that `as_of` defaults to. */
	today: string;
	/** The newest one. */
	revision: number;
	/** The earlier one that the address asks for, and when it was written (ISO 8601). */
	recorded?: { revision: number; at: string };
	/** Those that deals may be set against. */
	projections: {
		slug: string;
		title: string;
		institution: string;
		target_usd: number;
		scope: Scope;
		published: string;
		window: { start: string; end: string };
		featured?: boolean;
	}[];
	firstEventYear: number | null;
	deals: number;
	/** The last day of which anything could be found; null where nobody says. What stands still after it stands still unseen. */
	covered_to: string | null;
}

/** The revision that a page shows: the one that its address asks for, else the newest. */
export function shownRevision({ recorded, revision }: Site): number {
	return recorded?.revision ?? revision;
}

/** The context in which the links of a page are written. */
export function linkContext(site: Site, name: PageName): ViewContext {
	const { today, projections, firstEventYear, revision } = site;
	const { defaults }: Page = PAGES[name];
	// Every slug in a view that was answered has been looked up already.
	return {
		today,
		projections,
		firstEventYear,
		lastRevision: revision,
		address: 'page',
		hasOrganisation: () => true,
		...defaults
	};
}
