import type { Page, TableAddress } from '../define';

export const pages = {
	filings: {
		path: '/filings',
		menu: { group: 'The mood', text: 'Filings' },
		answer: async () => (await import('./answer')).filingsPage
	}
} as const satisfies Record<string, Page>;

export const tables = {
	'/filings': {},
	'/filings/quarters': {},
	'/filings/labs': {},
	'/filings/backtest': {},
	'/filings/forecasts': {}
} as const satisfies Record<string, TableAddress>;
