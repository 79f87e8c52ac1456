import type { Page, TableAddress } from '../define';

export const pages = {
	wtf: {
		path: '/wtf',
		menu: { group: 'The mood', text: 'WTF Index', first: true },
		answer: async () => (await import('./answer')).wtfPage
	}
} as const satisfies Record<string, Page>;

export const tables = { '/wtf': { menu: 'WTF Index' } } as const satisfies Record<string, TableAddress>;
