import type { Page } from '../define';

export const pages = {
	data: { path: '/data', menu: { group: 'The record', text: 'Data' } }
} as const satisfies Record<string, Page>;
