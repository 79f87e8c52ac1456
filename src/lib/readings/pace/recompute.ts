import { numberIn, over, total, type Recompute } from '../published.ts';

export const recompute: Recompute = async ({ day, table, rows }) => {
	// A projection is over with its window: what is spent later does not belong to it.
	const window = (await table('/projections.csv')).find((row) => row.featured === 'true')?.window_end || day;
	const until = window < day ? window : day;
	const spent = (await table(`/spend.csv?from=${until}&to=${until}`)).at(-1) ?? {};
	const path = numberIn(spent, 'path_usd');
	return { rows: over(total(rows, 'in_window_usd'), path), tables: over(numberIn(spent, 'in_window_usd'), path) };
};
