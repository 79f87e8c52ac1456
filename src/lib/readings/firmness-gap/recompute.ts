import { total, type Recompute } from '../published.ts';

/** What is left of a whole. */
const rest = (part: number, all: number) => (all > 0 ? 1 - part / all : null);

export const recompute: Recompute = async ({ table, rows }) => {
	const signed = total(await table('/deals.csv?firmness=definitive'), 'contribution_usd');
	const talked = total(await table('/deals.csv?firmness=rumoured'), 'contribution_usd');
	return { rows: rest(total(rows, 'definitive_usd'), total(rows, 'rumoured_usd')), tables: rest(signed, talked) };
};
