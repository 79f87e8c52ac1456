import type { FormatOf } from '../define';

export const json = {
	extension: 'json',
	label: 'JSON',
	type: 'application/json',
	lists: 'all',
	holds: 'page',
	wholeLedger: true
} as const satisfies FormatOf<typeof import('./write.server')>;
