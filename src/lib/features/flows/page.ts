import { LAYERS } from '$lib/records/vocabularies';
import type { Page, TableAddress } from '../define';

const everyLayer = { layers: LAYERS } as const;

export const pages = {
	flows: {
		path: '/flows',
		prose: true,
		menu: { group: 'The count', text: 'Flows', first: true },
		defaults: everyLayer,
		answer: async () => (await import('./answer')).flowsPage,
		suggestion: { title: 'Who promises whom', says: ', and what comes back to them' }
	},
	loops: {
		path: '/flows/loops',
		defaults: everyLayer,
		answer: async () => (await import('./answer')).loopsPage
	}
} as const satisfies Record<string, Page>;

export const tables = { '/flows': { menu: 'Flows' }, '/flows/loops': {} } as const satisfies Record<
	string,
	TableAddress
>;
