import type { Page, TableAddress } from '../define';

export const pages = {
	indicators: {
		path: '/indicators',
		menu: { group: 'The mood', text: 'Readings' },
		answer: async () => (await import('$lib/shared/reading-lines')).indicatorsPage,
		suggestion: { title: 'Whether this is a bubble', says: ', reading by reading' }
	},
	indicator: {
		path: '/indicators/[slug]',
		answer: async () => (await import('./reading')).indicatorPage,
		record: 'indicators'
	}
} as const satisfies Record<string, Page>;

export const tables = {
	'/indicators': { menu: 'Readings', suggestion: 'Readings' }
} as const satisfies Record<string, TableAddress>;
