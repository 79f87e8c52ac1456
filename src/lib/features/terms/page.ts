import type { Page, TableAddress } from '../define';

export const pages = {
	terms: {
		path: '/terms',
		answer: async () => (await import('./answer')).termsPage
	},
	term: {
		path: '/terms/[slug]',
		prose: true,
		answer: async () => (await import('./answer')).termPage,
		record: 'terms'
	}
} as const satisfies Record<string, Page>;

export const tables = { '/terms': {} } as const satisfies Record<string, TableAddress>;
