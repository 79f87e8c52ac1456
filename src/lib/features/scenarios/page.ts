import type { Page, TableAddress } from '../define';

export const pages = {
	scenarios: {
		path: '/scenarios',
		menu: { group: 'What may come', text: 'Scenarios' },
		defaults: { windowed: true },
		answer: async () => (await import('./answer')).scenariosPage
	}
} as const satisfies Record<string, Page>;

export const tables = { '/scenarios': { menu: 'Scenarios' }, '/sensitivity': {} } as const satisfies Record<
	string,
	TableAddress
>;
