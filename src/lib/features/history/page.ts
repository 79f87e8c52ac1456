import type { Page, TableAddress } from '../define';

export const pages = {
	history: { path: '/history', menu: { group: 'The record', text: 'History' } },
	revision: { path: '/history/[revision]' },
	recordHistory: { path: '/[kind=recordKind]/[slug]/history' }
} as const satisfies Record<string, Page>;

export const tables = { '/history': {} } as const satisfies Record<string, TableAddress>;
