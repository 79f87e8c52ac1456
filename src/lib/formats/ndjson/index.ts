import type { FormatOf } from '../define';

export const ndjson = {
	extension: 'ndjson',
	label: 'NDJSON',
	type: 'application/x-ndjson',
	lists: 'large',
	holds: 'table',
	wholeLedger: true,
	reads: ['ndjson', 'jsonl']
} as const satisfies FormatOf<typeof import('./write.server'), typeof import('./read.server')>;
