import type { Page, TableAddress } from '../define';

const windowed = { windowed: true } as const;

export const pages = {
	dashboard: {
		path: '/',
		menu: { group: 'The count', text: 'Overview', first: true },
		defaults: windowed,
		answer: async () => (await import('./answer')).dashboard,
		suggestion: { title: 'The overview', says: ', what was announced and how much of it counts' }
	},
	spend: { path: '/spend', defaults: windowed },
	board: { path: null, answer: async () => (await import('$lib/shared/board')).board }
} as const satisfies Record<string, Page>;

export const tables = {
	'/spend': { menu: 'Spending', suggestion: 'Spending' }
} as const satisfies Record<string, TableAddress>;
