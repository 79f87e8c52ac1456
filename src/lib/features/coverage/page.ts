import type { Page, TableAddress } from '../define';

export const pages = {
	coverage: {
		path: '/coverage',
		prose: true,
		menu: { group: 'The record', text: 'Coverage' },
		answer: async () => (await import('./answer')).coveragePage,
		suggestion: { title: 'What was looked for', says: ', until which day, and what is missing' }
	},
	covered: {
		path: '/coverage/[slug]',
		prose: true,
		answer: async () => (await import('./answer')).coveredPage,
		record: 'coverage'
	}
} as const satisfies Record<string, Page>;

export const tables = {
	'/coverage': { menu: 'Coverage', suggestion: 'Coverage' }
} as const satisfies Record<string, TableAddress>;
