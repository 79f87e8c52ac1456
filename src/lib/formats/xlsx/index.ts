import type { FormatOf } from '../define';

export const xlsx = {
	extension: 'xlsx',
	label: 'XLSX',
	type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	lists: 'large',
	holds: 'table',
	wholeLedger: false,
	reads: ['xlsx']
} as const satisfies FormatOf<typeof import('./write.server'), typeof import('./read.server')>;
