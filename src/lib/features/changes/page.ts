import type { Page, TableAddress } from '../define';

export const pages = {
	changes: {
		path: '/changes',
		menu: { group: 'The record', text: 'Changes' },
		defaults: { trailing: 90, past: true },
		answer: async () => (await import('./answer')).changesPage
	}
} as const satisfies Record<string, Page>;

export const tables = { '/changes': { menu: 'Changes' } } as const satisfies Record<string, TableAddress>;
