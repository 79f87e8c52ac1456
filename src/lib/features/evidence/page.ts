import type { Page, TableAddress } from '../define';

export const pages = {
	evidence: {
		path: '/evidence',
		prose: true,
		menu: { group: 'The count', text: 'Evidence' },
		answer: async () => (await import('./answer')).evidencePage,
		suggestion: { title: 'How far to believe it', says: ': what the totals rest on' }
	}
} as const satisfies Record<string, Page>;

export const tables = { '/evidence': { menu: 'Evidence' } } as const satisfies Record<string, TableAddress>;
