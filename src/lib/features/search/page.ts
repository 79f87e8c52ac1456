import type { Page } from '../define';

export const pages = {
	search: { path: '/search', answer: async () => (await import('./answer')).search }
} as const satisfies Record<string, Page>;
