import type { FormatOf } from '../define';

export const json = {
	extension: 'json',
	label: 'JSON',
	type: 'application/json',
	lists: 'all',
	holds: 'page',
	wholeLedger: true,
	reads: ['json']
} as const satisfies FormatOf<typeof import('./write.server'), typeof import('./read.server')>;
