import type { Page, TableAddress } from '../define';

export const pages = {
	deals: {
		path: '/deals',
		menu: { group: 'The count', text: 'Deals', first: true },
		defaults: { narrows: true },
		answer: async () => (await import('./answer')).explorer,
		suggestion: { title: 'Every deal on the books', says: ', and where it was said' }
	},
	deal: {
		path: '/deals/[slug]',
		prose: true,
		answer: async () => (await import('$lib/shared/deal')).deal,
		record: 'deals'
	}
} as const satisfies Record<string, Page>;

export const tables = {
	'/deals': { menu: 'Deals', large: true, suggestion: 'Deals' },
	'/deals/groups': {},
	'/schedule': { menu: 'Schedule' }
} as const satisfies Record<string, TableAddress>;
