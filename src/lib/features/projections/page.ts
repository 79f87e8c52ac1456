import type { Page, TableAddress } from '../define';

export const pages = {
	projections: {
		path: '/projections',
		prose: true,
		menu: { group: 'What may come', text: 'Projections', first: true },
		answer: async () => (await import('./scoreboard')).projectionsPage,
		suggestion: { title: 'What was projected', says: ', and what came of it' }
	},
	projection: {
		path: '/projections/[slug]',
		prose: true,
		answer: async () => (await import('$lib/shared/projection-rows')).projectionPage,
		record: 'projections'
	}
} as const satisfies Record<string, Page>;

export const tables = { '/projections': { menu: 'Projections' } } as const satisfies Record<string, TableAddress>;
