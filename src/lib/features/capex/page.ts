import type { Page, TableAddress } from '../define';

export const pages = {
	capex: {
		path: '/capex',
		menu: { group: 'The count', text: 'Capex' },
		answer: async () => (await import('./answer')).capexPage
	},
	reportedRows: { path: '/[kind=rowKind]' },
	reportedRow: { path: '/[kind=rowKind]/[slug]' }
} as const satisfies Record<string, Page>;

export const tables = {
	'/capex': { menu: 'Reported spending' },
	'/capex/projections': {},
	'/capex/curves': {},
	'/guidance': {},
	'/fundamentals': {},
	'/capex/guidance': {}
} as const satisfies Record<string, TableAddress>;
