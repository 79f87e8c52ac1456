import type { FormatOf } from '../define';

export const parquet = {
	extension: 'parquet',
	label: 'Parquet',
	type: 'application/vnd.apache.parquet',
	lists: 'large',
	holds: 'table',
	wholeLedger: false,
	reads: ['parquet']
} as const satisfies FormatOf<typeof import('./write.server'), typeof import('./read.server')>;
