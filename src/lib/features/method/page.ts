import type { Page } from '../define';

export const pages = {
	method: {
		path: '/method',
		menu: { group: 'The record', text: 'Method' },
		answer: async () => (await import('./answer')).methodPage,
		suggestion: { title: 'How it is counted', says: ', rule by rule' }
	}
} as const satisfies Record<string, Page>;
