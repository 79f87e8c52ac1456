import type { Page } from '../define';

export const pages = {
	docs: { path: '/docs', menu: { group: 'The record', text: 'Documents' } },
	document: { path: '/docs/[...name]' }
} as const satisfies Record<string, Page>;
