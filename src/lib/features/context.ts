import { LAYERS, type Scope } from '$lib/records/vocabularies';
import type { ViewContext } from '$lib/view';

/** The orders in which organisations can be listed. */
export const ORGANISATION_SORTS = ['total', 'paid', 'received', 'deals', 'name'] as const;

/** What a page's address defaults to, beyond what the ledger decides. Light: pages need it to write their links. */
export const CONTEXTS = {
	dashboard: { windowed: true },
	deals: { narrows: true },
	deal: {},
	reconciliation: {},
	projections: {},
	projection: {},
	wtf: {},
	search: {},
	board: {},
	indicators: {},
	indicator: {},
	capex: {},
	method: {},
	flows: { layers: LAYERS },
	loops: { layers: LAYERS },
	organisations: { layers: LAYERS, sorts: ORGANISATION_SORTS },
	organisation: { layers: LAYERS },
	scenarios: { windowed: true },
	changes: { trailing: 90, past: true }
} as const satisfies Record<string, Partial<ViewContext>>;
export type PageName = keyof typeof CONTEXTS;

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
		window: { start: string; end: string };
		featured?: boolean;
	}[];
	firstEventYear: number | null;
	deals: number;
}

/** The context in which the links of a page are written. */
export function linkContext(site: Site, name: PageName): ViewContext {
	const { today, projections, firstEventYear } = site;
	// Every slug in a view that was answered has been looked up already.
	return { today, projections, firstEventYear, address: 'page', hasOrganisation: () => true, ...CONTEXTS[name] };
}
