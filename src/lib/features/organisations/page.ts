import { LAYERS } from '$lib/records/vocabularies';
import type { Page, TableAddress } from '../define';

/** The orders in which organisations can be listed. */
export const ORGANISATION_SORTS = ['total', 'paid', 'received', 'deals', 'name'] as const;

export const pages = {
	organisations: {
		path: '/organisations',
		menu: { group: 'The count', text: 'Organisations' },
		defaults: { layers: LAYERS, sorts: ORGANISATION_SORTS },
		answer: async () => (await import('./answer')).organisationsPage
	},
	organisation: {
		path: '/organisations/[slug]',
		prose: true,
		defaults: { layers: LAYERS },
		answer: async () => (await import('./organisation')).organisation,
		record: 'organisations'
	}
} as const satisfies Record<string, Page>;

export const tables = { '/organisations': { menu: 'Organisations' } } as const satisfies Record<string, TableAddress>;
