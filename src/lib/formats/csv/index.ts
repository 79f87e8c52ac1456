import type { FormatOf } from '../define';

export const csv = {
	extension: 'csv',
	label: 'CSV',
	type: 'text/csv; charset=utf-8; header=present',
	lists: 'all',
	holds: 'table',
	wholeLedger: false,
	reads: ['csv', 'tsv', 'txt']
} as const satisfies FormatOf<typeof import('./write.server'), typeof import('./read.server')>;
