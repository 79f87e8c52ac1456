import { numberIn, quotient, total, type Recompute } from '../published.ts';

/** Below so many deals there is no reading. */
const ENOUGH = 5;

export const recompute: Recompute = async ({ day, table, rows }) => {
	const index = (await table(`/wtf.csv?from=${day}&to=${day}`)).at(-1);
	const weighted = rows.reduce((sum, row) => sum + numberIn(row, 'contribution_usd') * numberIn(row, 'idiocracy'), 0);
	return {
		rows: rows.length < ENOUGH ? null : quotient(weighted, total(rows, 'contribution_usd')),
		tables: index?.idiocracy ? Number(index.idiocracy) : null
	};
};
