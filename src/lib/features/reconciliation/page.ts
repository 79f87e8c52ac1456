import type { Page, TableAddress } from '../define';

export const pages = {
	reconciliation: {
		path: '/reconciliation',
		answer: async () => (await import('$lib/shared/reconciliation')).reconciliationPage
	}
} as const satisfies Record<string, Page>;

export const tables = {
	'/reconciliation': { menu: 'Reconciliation', suggestion: 'Reconciliation' }
} as const satisfies Record<string, TableAddress>;
